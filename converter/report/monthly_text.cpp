// The console summary of `check`: of one sender its months, what the checks found and the two tables of CBS; of several a line each, the worst first.
#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/check_lines.hpp"
#include "report/report.hpp"
#include "report/screen_lines.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

constexpr std::size_t least_check_lines = 5;

using Lines = std::vector<std::string>;

void append(Lines& lines, const Lines& more) { lines.insert(lines.end(), more.begin(), more.end()); }

std::string sender_words(const Model& model, Language language) {
  const auto& sender = model.monthly->sender;
  return sender ? shown(sender->text()) : std::string(say(language, "zonder leesbare kop", "without a readable header"));
}

// `2026-01 t/m 2026-03`; one month by itself.
std::string period(const monthly::SenderResult& sender, Language language) {
  const ReportMonth first = sender.months.front().month, last = sender.months.back().month;
  return first == last ? first.text() : fmt::format("{} {} {}", first.text(), say(language, "t/m", "to"), last.text());
}

std::string verdict_line(const Model& model, Language language) {
  std::string line = fmt::format("{}: {}", upper(verdict_words(model.verification.verdict, language)), sender_words(model, language));
  if (!model.monthly->months.empty()) line += ", " + period(*model.monthly, language);
  return clip(line);
}

// How many months and files there are, what was replaced, and how many provisions the last month has.
std::string months_line(const monthly::SenderResult& sender, Language language) {
  std::vector<std::string> replaced;
  const monthly::ReportedMonth* last = nullptr;
  for (const monthly::ReportedMonth& month : sender.months) {
    for (const std::string& file : month.replaced) replaced.push_back(shown(file));
    if (month.usable) last = &month;
  }
  std::string line = fmt::format("{}: {}", say(language, "Leveringen", "Deliveries"),
                                 counted(sender.months.size(), say(language, "maand", "month"), say(language, "maanden", "months")));
  if (!replaced.empty())
    line += fmt::format(fmt::runtime(say(language, "; door een herlevering vervangen: {} ({})", "; replaced by a redelivery: {} ({})")), replaced.size(),
                        fmt::join(replaced, ", "));
  if (last != nullptr)
    line += fmt::format(fmt::runtime(say(language, "; in {}: {}, waarvan {} lopend", "; in {}: {}, of which {} running")), last->month,
                        counted(last->provisions, say(language, "voorziening", "provision"), say(language, "voorzieningen", "provisions")), last->running);
  return line;
}

// The two tables of the last quarter, as CBS sends them: in Dutch, in whatever language the rest is.
Lines feedback_lines(const Model& model, Language language) {
  const monthly::SenderResult& sender = *model.monthly;
  if (sender.feedback.empty()) return {};
  const monthly::QuarterFeedback& tables = sender.feedback.back();
  if (tables.quality.empty() && tables.durations.empty()) return {};
  const std::string quarter =
      language == Language::nl ? fmt::format("{}e kwartaal {}", tables.quarter, tables.year) : fmt::format("quarter {} of {}", tables.quarter, tables.year);
  Lines lines{fmt::format("{}, {}:", say(language, "Terugkoppeling zoals het CBS die geeft", "Feedback as CBS gives it"), quarter)};
  constexpr std::size_t count_columns = 20;  // `Aantal voorzieningen`
  constexpr std::size_t label_columns = screen_columns - 2 - count_columns - 3;
  const auto row = [&](std::string_view label, std::string_view count) {
    const Lines words = wrap(label, 2, label_columns);  // the count stands behind the last line of the words
    for (std::size_t i = 0; i + 1 < words.size(); ++i) lines.push_back("  " + words[i]);
    lines.push_back(fmt::format("  {} | {}", fill_right(words.back(), label_columns), fill_left(count, count_columns)));
  };
  if (!tables.quality.empty()) row("Signalering kwaliteit", "Aantal voorzieningen");
  for (const auto& [check, provisions] : tables.quality) row(check_title(model.verification.checks, check, Language::nl), fmt::to_string(provisions));
  constexpr std::string_view most = "Maximale duur volgens het CBS";
  const std::size_t type_columns = label_columns - most.size() - 3;
  const auto duration_row = [&](std::string_view type, std::string_view months, std::string_view count) {
    row(fmt::format("{} | {}", fill_right(clip(type, type_columns), type_columns), months), count);
  };
  if (!tables.durations.empty()) duration_row("Type voorziening", most, "Aantal voorzieningen");
  for (const monthly::LongProvisions& each : tables.durations)
    duration_row(shown(each.type + " " + each.name), fmt::format("{} maanden", each.max_months), fmt::to_string(each.provisions));
  return lines;
}

std::string output_line(const Model& model, Language language, const std::string& where) {
  if (where.empty())
    return std::string(say(language, "Met -o MAP komen alle bevindingen, de lijsten en de tabellen in bestanden.",
                           "With -o OUT all findings, lists and tables are written to files."));
  std::string text = fmt::format("{}: {}/report.json, findings.csv, signals.csv", say(language, "Geschreven", "Written"), shown(where));
  const auto tables = std::count_if(model.outputs.begin(), model.outputs.end(), [](const std::string& name) { return name.starts_with("terugkoppeling-"); });
  if (tables > 0) text += fmt::format(fmt::runtime(say(language, " en {} tabellen terugkoppeling-*.csv", " and {} tables terugkoppeling-*.csv")), tables);
  return text;
}

// A delivery has no dates of birth, so without a file that has them one check cannot be made.
bool lacks_birth_dates(const Model& model) {
  const auto& results = model.verification.checks;
  const bool given = std::any_of(model.inputs.begin(), model.inputs.end(), [](const Input& input) { return input.role == "birth-dates"; });
  const auto age = std::find_if(results.begin(), results.end(), [](const checks::CheckResult& check) { return check.id == "PENSION-AGE"; });
  return !given && age != results.end() && age->state == checks::State::not_applicable;
}

Lines one_sender(const Model& model, Language language, const std::string& where) {
  Lines lines{verdict_line(model, language)};
  append(lines, wrap(pack_line(model, language), 2));
  if (!model.monthly->months.empty()) lines.push_back(clip(months_line(*model.monthly, language)));
  append(lines, wrap(check_summary(model.verification, language), 2));
  if (lacks_birth_dates(model))
    lines.push_back(std::string(say(language, "Zonder --birth-dates is PENSION-AGE n.v.t.: een levering heeft geen geboortedatums.",
                                    "Without --birth-dates PENSION-AGE is n/a: a delivery has no dates of birth.")));
  Lines feedback = feedback_lines(model, language);
  const std::string output = clip(output_line(model, language, where));
  const std::size_t checks = checks_to_show(model.verification);
  const std::size_t needed = std::min(checks == 0 ? 0 : checks + 2, least_check_lines);
  // The tables are cut when the checks would get no room; the files have them whole.
  const std::size_t room_for_tables = screen_lines - 1 - lines.size() - needed;
  if (feedback.size() > room_for_tables) {
    const std::size_t left_out = feedback.size() - room_for_tables + 1;
    feedback.resize(room_for_tables - 1);
    feedback.push_back(fmt::format(fmt::runtime(say(language, "  en nog {} regels", "  and {} more lines")), left_out));
  }
  append(lines, check_lines(model.verification, language, screen_lines - 1 - lines.size() - feedback.size()));
  append(lines, feedback);
  lines.push_back(output);
  return lines;
}

// The checks that found something, by name, the worst first.
std::string found_by(const Model& model) {
  std::vector<std::string> ids;
  if (!model.monthly->sender) return "XSD";
  for (const auto* check : found_something(model.verification)) ids.push_back(check->id);
  return fmt::format("{}", fmt::join(ids, ", "));
}

Lines several_senders(const std::vector<Model>& senders, Language language, const std::string& where) {
  const Model& first = senders.front();
  std::array<std::uint64_t, 4> counts{};
  for (const Model& model : senders) ++counts[static_cast<std::size_t>(model.verification.verdict)];
  std::vector<Term> terms;
  for (const checks::Verdict verdict :
       {checks::Verdict::accepted, checks::Verdict::accepted_with_signals, checks::Verdict::rejected, checks::Verdict::not_assessed})
    terms.push_back({counts[static_cast<std::size_t>(verdict)], std::string(verdict_words(verdict, language))});
  Lines lines{clip(fmt::format("{}: {} {}", upper(verdict_words(overall_verdict(senders), language)), say(language, "berichtgevers", "senders"),
                               sum_sentence(senders.size(), terms, language)))};
  append(lines, wrap(pack_line(first, language), 2));
  std::vector<const Model*> order;
  for (const Model& model : senders) order.push_back(&model);
  const auto badness = [](const Model* model) {
    constexpr std::array<int, 4> ranks{0, 2, 3, 1};  // rejected, accepted with signals, accepted, not assessed
    return ranks[static_cast<std::size_t>(model->verification.verdict)];
  };
  std::stable_sort(order.begin(), order.end(), [&](const Model* a, const Model* b) { return badness(a) < badness(b); });
  std::size_t verdict_columns = 0, sender_columns = 0;
  for (const Model* model : order) {
    verdict_columns = std::max(verdict_columns, width(verdict_words(model->verification.verdict, language)));
    sender_columns = std::max(sender_columns, width(sender_words(*model, language)));
  }
  const std::size_t room = screen_lines - lines.size() - 2;
  const std::size_t listed = order.size() <= room ? order.size() : room - 1;
  for (std::size_t i = 0; i < listed; ++i) {
    const Model& model = *order[i];
    const std::string months = model.monthly->months.empty() ? std::string() : period(*model.monthly, language);
    lines.push_back(clip(fmt::format("  {}  {}  {}  {}", fill_right(verdict_words(model.verification.verdict, language), verdict_columns),
                                     fill_right(sender_words(model, language), sender_columns), fill_right(months, 19), found_by(model))));
  }
  if (listed < order.size())
    lines.push_back(fmt::format(fmt::runtime(say(language, "  en nog {} berichtgevers", "  and {} more senders")), order.size() - listed));
  lines.push_back(std::string(say(language, "Doe nu: geef per berichtgever alleen de eigen bestanden voor de volgende stap bij elke controle.",
                                  "Next step: give the files of one sender alone to see what to do about each check.")));
  lines.push_back(clip(output_line(first, language, where)));
  return lines;
}

}  // namespace

std::string deliveries_report(const std::vector<Model>& senders, Language language, const std::string& where, bool colour) {
  Lines lines = senders.size() == 1 ? one_sender(senders.front(), language, where) : several_senders(senders, language, where);
  if (colour) lines.front() = fmt::format("{}{}\x1b[0m", colour_of(overall_verdict(senders)), lines.front());
  for (std::string& line : lines) line.erase(line.find_last_not_of(' ') + 1);
  return fmt::format("{}\n", fmt::join(lines, "\n"));
}

}  // namespace srgconv::report
