// The console summary: the verdict, the sums that prove nothing was lost, what the checks found, and what to do next, on one screen.
#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/check_lines.hpp"
#include "report/report.hpp"
#include "report/screen_lines.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

constexpr std::size_t shown_to_dos = 3;

// What a screen is made of, apart from the lines of the checks, which take the room that is left between the two.
struct Frame {
  std::vector<std::string> above, below;
  std::size_t size() const { return above.size() + below.size(); }
};

void append(std::vector<std::string>& lines, const std::vector<std::string>& more) { lines.insert(lines.end(), more.begin(), more.end()); }

// In tight layout a paragraph is one line: what does not fit stands in report.json.
std::vector<std::string> paragraph(std::string_view text, bool tight) { return tight ? std::vector{clip(text)} : wrap(text, 2); }

// `0398 + 0416 -> 1980`; empty when the senders are not known.
std::string senders(const Model& model) {
  std::vector<std::string> old_side, new_side;
  for (const verify::Equation& equation : model.verification.equations) {
    auto& side = equation.old_side ? old_side : new_side;
    const std::string sender = shown(equation.sender.text());
    if (std::find(side.begin(), side.end(), sender) == side.end()) side.push_back(sender);
  }
  if (old_side.empty() || new_side.empty()) return {};
  return fmt::format("{} -> {}", fmt::join(old_side, " + "), fmt::join(new_side, " + "));
}

std::string verdict_line(const Model& model, Language language) {
  std::vector<std::string> parts;
  if (!model.transition.empty()) parts.push_back(shown(model.transition));
  if (!model.reason.empty()) parts.push_back(reason_words(model.reason, language));
  if (const std::string names = senders(model); !names.empty()) parts.push_back(names);
  if (model.month) parts.push_back(model.month->text());
  const std::string verdict = upper(verdict_words(model.verification.verdict, language));
  return clip(parts.empty() ? verdict : fmt::format("{}: {}", verdict, fmt::join(parts, ", ")));
}

// Rows of all files of one sender and side.
struct SourceLine {
  std::string label;
  std::array<std::uint64_t, 6> numbers{};  // rows, used, merged, skipped, rejected, provisions
  bool holds() const { return numbers[0] == numbers[1] + numbers[2] + numbers[3] + numbers[4]; }
};

std::vector<SourceLine> source_lines(const Model& model, Language language) {
  struct Group {
    std::uint64_t files = 0;
    store::SourceCounts sum;
  };
  std::map<std::pair<store::Side, std::string>, Group> groups;
  for (const auto& [source, counts] : model.sources) {
    Group& group = groups[{source.side, shown(source.sender.text())}];
    ++group.files;
    group.sum.documents_without_records += counts.documents_without_records;
    group.sum.rows += counts.rows;
    group.sum.used += counts.used;
    group.sum.merged += counts.merged;
    group.sum.skipped += counts.skipped;
    group.sum.rejected += counts.rejected;
    group.sum.provisions += counts.provisions;
  }
  std::vector<SourceLine> lines;
  for (const auto& [key, group] : groups) {
    const auto& [side, sender] = key;
    const std::uint64_t empty = group.sum.documents_without_records;
    const std::string files =
        empty == 0 ? fmt::format("{}", group.files) : fmt::format(fmt::runtime(say(language, "{}, {} leeg", "{}, {} empty")), group.files, empty);
    lines.push_back({fmt::format("  {} {} ({})", sender, side_words(side, language), files),
                     {group.sum.rows, group.sum.used, group.sum.merged, group.sum.skipped, group.sum.rejected, group.sum.provisions}});
  }
  return lines;
}

std::string rest_line(std::size_t left_out, Language language) {
  return fmt::format(fmt::runtime(say(language, "  en nog {}: zie report.json", "  and {} more: see report.json")), left_out);
}

// A table of which every line is a sum, the numbers below one another.
std::vector<std::string> source_table(const Model& model, Language language, std::size_t most) {
  std::vector<SourceLine> lines = source_lines(model, language);
  if (lines.empty()) return {};
  // Where there is no room for all, sums that do not hold come first.
  const std::size_t left_out = lines.size() > most ? lines.size() - most : 0;
  if (left_out > 0) {
    std::stable_sort(lines.begin(), lines.end(), [](const SourceLine& a, const SourceLine& b) { return a.holds() < b.holds(); });
    lines.resize(most);
  }
  const std::string_view heading = say(language, "Gelezen (bestanden)", "Read (files)");
  std::array<std::string_view, 6> names = {say(language, "rijen", "rows"),          say(language, "gebruikt", "used"),
                                           say(language, "samengevoegd", "merged"), say(language, "overgeslagen", "skipped"),
                                           say(language, "afgewezen", "rejected"),  say(language, "voorzieningen", "provisions")};
  constexpr std::array<std::string_view, 6> before = {" ", " = ", " + ", " + ", " + ", "  "};
  std::size_t label_columns = width(heading);
  for (const SourceLine& line : lines) label_columns = std::max(label_columns, width(line.label));
  std::array<std::size_t, 6> columns{};
  const auto columns_needed = [&] {
    std::size_t sum = label_columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      columns[i] = width(names[i]);
      for (const SourceLine& line : lines) columns[i] = std::max(columns[i], std::to_string(line.numbers[i]).size());
      sum += width(before[i]) + columns[i];
    }
    return sum;
  };
  // A number that is cut off is a wrong number: words are shortened first.
  if (columns_needed() > screen_columns) {
    names = {say(language, "rijen", "rows"),        say(language, "gebruikt", "used"),      say(language, "samengev.", "merged"),
             say(language, "overgesl.", "skipped"), say(language, "afgewezen", "rejected"), say(language, "voorz.", "prov.")};
    columns_needed();
  }
  std::string head = fill_right(heading, label_columns);
  for (std::size_t i = 0; i < columns.size(); ++i) head += std::string(before[i]) + fill_left(names[i], columns[i]);
  std::vector<std::string> table = {clip(head)};
  for (const SourceLine& line : lines) {
    std::string row = fill_right(line.label, label_columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string_view sign = i == 1 && !line.holds() ? " ≠ " : before[i];
      row += std::string(sign) + fill_left(std::to_string(line.numbers[i]), columns[i]);
    }
    table.push_back(clip(row));
  }
  if (left_out > 0) table.push_back(rest_line(left_out, language));
  return table;
}

std::vector<std::string> equation_lines(const verify::Verification& verification, Language language, bool tight, std::size_t most) {
  std::size_t total_columns = 0;
  for (const verify::Equation& equation : verification.equations) total_columns = std::max(total_columns, std::to_string(equation.total).size());
  std::vector<std::string> lines;
  std::vector<const verify::Equation*> equations;
  for (const verify::Equation& equation : verification.equations) equations.push_back(&equation);
  const std::size_t left_out = equations.size() > most ? equations.size() - most : 0;
  if (left_out > 0) std::stable_sort(equations.begin(), equations.end(), [](const auto* a, const auto* b) { return a->holds() < b->holds(); });
  equations.resize(equations.size() - left_out);
  for (const verify::Equation* equation : equations) {
    const std::string sentence = equation_sentence(*equation, language, total_columns);
    append(lines, left_out > 0 && tight ? std::vector{clip(sentence)} : wrap(sentence, 4));
  }
  if (left_out > 0) lines.push_back(rest_line(left_out, language));
  return lines;
}

std::string link_line(const Model& model, Language language) {
  std::uint64_t total = 0;
  std::vector<Term> terms;
  for (const auto& [proof, count] : model.links_by_proof) {
    total += count;
    terms.push_back({count, proof_words(proof, language)});
  }
  return fmt::format("{}: {}", say(language, "Koppelingen", "Links"), sum_sentence(total, terms, language));
}

std::string requirement_line(const verify::Verification& verification, Language language) {
  std::vector<std::string> parts;
  for (const bool met : {false, true}) {  // what is not met comes first, for it may not be cut off
    for (const verify::RequirementResult& requirement : verification.requirements) {
      if (requirement.met != met) continue;
      const std::string_view verdict = met ? say(language, "gehaald", "met") : say(language, "NIET gehaald", "NOT met");
      if (!met && !is_measured(requirement)) {
        parts.push_back(fmt::format("{} {}", shown(requirement.text), say(language, "niet te meten", "could not be measured")));
        continue;
      }
      parts.push_back(fmt::format("{} {} ({})", shown(requirement.text), verdict, shown(requirement.measured)));
    }
  }
  return fmt::format("{}: {}", say(language, "Eisen", "Requirements"), fmt::join(parts, "; "));
}

std::string decision_line(const Model& model, Language language) {
  const Model::Decisions& decisions = model.decisions;
  return fmt::format("{}: {}", say(language, "Besluiten", "Decisions"),
                     sum_sentence(decisions.all(),
                                  {{decisions.applied, std::string(say(language, "toegepast", "applied"))},
                                   {decisions.later, "later"},
                                   {decisions.not_applied, std::string(say(language, "niet toegepast", "not applied"))}},
                                  language));
}

std::string review_line(const Model& model, Language language) {
  const std::string provisions = counted(model.reviews, say(language, "voorziening", "provision"), say(language, "voorzieningen", "provisions"));
  return fmt::format(fmt::runtime(say(language, "Nakijken: {}{}", "To review: {}{}")), provisions, has_output(model, "review.csv") ? " (review.csv)" : "");
}

// What people know and accept, and what of their list holds no longer.
std::string waiver_line(const Model& model, Language language) {
  std::uint64_t findings = 0;
  std::array<std::uint64_t, 4> lines{};
  for (const findings::Waiver& waiver : model.waivers) {
    findings += waiver.findings;
    ++lines[static_cast<std::size_t>(waiver.state)];
  }
  const std::string known = counted(findings, say(language, "bevinding", "finding"), say(language, "bevindingen", "findings"));
  using State = findings::Waiver::State;
  const auto of = [&](State state) { return lines[static_cast<std::size_t>(state)]; };
  return fmt::format("{}: {}; {}", say(language, "Bekend (het oordeel blijft)", "Waived (the verdict stays)"), known,
                     sum_sentence(model.waivers.size(),
                                  {{of(State::applied), std::string(say(language, "gebruikt", "applied"))},
                                   {of(State::unused), std::string(say(language, "zonder bevinding", "without a finding"))},
                                   {of(State::expired), std::string(say(language, "verlopen", "expired"))},
                                   {of(State::not_judged), std::string(say(language, "zonder beoordelingsdatum", "without a date of assessment"))}},
                                  language));
}

std::string to_do_line(const Model& model, Language language) {
  const std::size_t named = std::min(shown_to_dos, model.to_dos.size());
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < named; ++i) keys.push_back(shown(model.to_dos[i]));
  const std::string provisions = counted(model.to_dos.size(), say(language, "voorziening", "provision"), say(language, "voorzieningen", "provisions"));
  std::string text = fmt::format(fmt::runtime(say(language, "Nog door te geven (herlevering of late mutatie): {} sindsdien beëindigd: {}",
                                                  "Still to report (redelivery or late update): {} ended since: {}")),
                                 provisions, fmt::join(keys, ", "));
  if (const std::size_t rest = model.to_dos.size() - named; rest > 0) text += fmt::format(fmt::runtime(say(language, " en nog {}", " and {} more")), rest);
  return text;
}

// How many findings mapping and reconciliation had; empty when there is nothing to tell.
std::string finding_line(const Model& model, Language language) {
  std::array<std::uint64_t, 3> counts{};
  for (const Diagnostic& diagnostic : model.findings.all()) ++counts[static_cast<std::size_t>(message(diagnostic.code).severity)];
  std::vector<std::string> parts;
  const auto [notes, warnings, errors] = counts;
  if (errors > 0) parts.push_back(counted(errors, say(language, "fout", "error"), say(language, "fouten", "errors")));
  if (warnings > 0) parts.push_back(counted(warnings, say(language, "waarschuwing", "warning"), say(language, "waarschuwingen", "warnings")));
  if (notes > 0) parts.push_back(counted(notes, say(language, "opmerking", "note"), say(language, "opmerkingen", "notes")));
  if (model.list_contradictions > 0) {
    parts.push_back(counted(model.list_contradictions, say(language, "lijstregel in tegenspraak met de gegevens", "list line that contradicts the facts"),
                            say(language, "lijstregels in tegenspraak met de gegevens", "list lines that contradict the facts")));
  }
  return parts.empty() ? "" : fmt::format("{}: {}", say(language, "Bij inlezen en koppelen", "Reading and linking"), fmt::join(parts, ", "));
}

std::string output_line(const Model& model, Language language, const std::string& where) {
  const std::string folder = where.empty() ? "" : shown(where) + "/";
  if (model.outputs.empty()) return std::string(say(language, "Bestanden in ", "Files in ")) + folder;
  // Every conversion file by its name: each goes to CBS. And the full list, when there is something in it.
  std::vector<std::string> named{shown(model.outputs.front())};
  while (named.size() < model.outputs.size() && model.outputs[named.size()].starts_with("conversie-")) named.push_back(shown(model.outputs[named.size()]));
  if (model.outputs.front() != "findings.csv" && has_output(model, "findings.csv") && checks_to_show(model.verification) > 0) named.push_back("findings.csv");
  std::string text = fmt::format("{}: {}{}", say(language, "Geschreven", "Written"), folder, fmt::join(named, ", "));
  if (const std::size_t rest = model.outputs.size() - named.size(); rest > 0)
    text += fmt::format(fmt::runtime(say(language, " en {} bestanden ernaast", " and {} files beside it")), rest);
  return text;
}

// `most` lines of the table of sources and of the equations each.
Frame frame(const Model& model, Language language, const std::string& where, bool tight, std::size_t most = static_cast<std::size_t>(-1)) {
  const verify::Verification& verification = model.verification;
  Frame result;
  result.above.push_back(verdict_line(model, language));
  append(result.above, paragraph(pack_line(model, language), tight));
  if (const auto senders = senders_resting_on_mapping(model); !senders.empty()) {
    const std::string text = fmt::format(
        fmt::runtime(say(language, "Berust op de mapping, want van {} is geen oude levering gegeven", "Rests on the mapping: no old delivery of {} was given")),
        fmt::join(senders, ", "));
    append(result.above, paragraph(text, tight));
  }
  append(result.above, source_table(model, language, most));
  append(result.above, equation_lines(verification, language, tight, most));
  if (!model.links_by_proof.empty()) append(result.above, paragraph(link_line(model, language), tight));
  append(result.above, paragraph(check_summary(verification, language), tight));

  if (!verification.requirements.empty()) append(result.below, paragraph(requirement_line(verification, language), tight));
  if (model.decisions.all() > 0) append(result.below, paragraph(decision_line(model, language), tight));
  if (!model.waivers.empty()) append(result.below, paragraph(waiver_line(model, language), tight));
  if (model.reviews > 0) append(result.below, paragraph(review_line(model, language), tight));
  if (!model.to_dos.empty()) append(result.below, paragraph(to_do_line(model, language), tight));
  if (const std::string text = finding_line(model, language); !text.empty()) append(result.below, paragraph(text, tight));
  if (!model.outputs.empty() || !where.empty()) append(result.below, paragraph(output_line(model, language, where), tight));
  return result;
}

}  // namespace

std::string console_report(const Model& model, Language language, const std::string& where, bool colour) {
  Frame screen = frame(model, language, where, false);
  // Four checks, the worst with its next step, matter more than long paragraphs.
  const std::size_t checks = checks_to_show(model.verification);
  const std::size_t least_check_lines = checks == 0 ? 0 : std::min<std::size_t>(checks + 2, 6);
  if (screen.size() + least_check_lines > screen_lines) screen = frame(model, language, where, true);
  // Of many senders there is room for some; what does not hold stays.
  for (std::size_t most = 6; most > 0 && screen.size() + least_check_lines > screen_lines; --most) screen = frame(model, language, where, true, most);
  const std::size_t room = screen.size() < screen_lines ? screen_lines - screen.size() : 1;

  std::vector<std::string> lines = screen.above;
  append(lines, check_lines(model.verification, language, room, has_output(model, "findings.csv")));
  append(lines, screen.below);
  if (colour) lines.front() = fmt::format("{}{}\x1b[0m", colour_of(model.verification.verdict), lines.front());
  return fmt::format("{}\n", fmt::join(lines, "\n"));
}

verify::Verdict overall_verdict(const std::vector<Model>& transitions) {
  std::vector<verify::Verdict> verdicts;
  for (const Model& model : transitions) verdicts.push_back(model.verification.verdict);
  return checks::worst_of(verdicts);
}

std::string console_report(const std::vector<Model>& transitions, Language language, const std::string& where, bool colour) {
  std::string text;
  for (const Model& model : transitions) text += (text.empty() ? "" : "\n") + console_report(model, language, where, colour);
  if (transitions.size() < 2) return text;
  const verify::Verdict verdict = overall_verdict(transitions);
  std::string line = fmt::format("{}: {}", say(language, "Alle overgangen samen", "All transitions together"), upper(verdict_words(verdict, language)));
  std::vector<std::string> held_up;  // accepted by themselves, and still drafts
  for (const Model& model : transitions) {
    const bool draft = !model.outputs.empty() && model.outputs.front().ends_with(".draft.xml");
    const bool accepted = model.verification.verdict == verify::Verdict::accepted || model.verification.verdict == verify::Verdict::accepted_with_signals;
    if (draft && accepted) held_up.push_back(shown(model.transition));
  }
  if (!held_up.empty())
    line += fmt::format("; {}: {}", say(language, "concept tot alle overgangen geaccepteerd zijn", "drafts until all transitions are accepted"),
                        fmt::join(held_up, ", "));
  std::vector<std::string> lines = wrap(line, 2);
  if (colour) lines.front() = fmt::format("{}{}\x1b[0m", colour_of(verdict), lines.front());
  return fmt::format("{}\n{}\n", text, fmt::join(lines, "\n"));
}

}  // namespace srgconv::report
