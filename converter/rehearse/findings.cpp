#include "rehearse/findings.hpp"

#include <algorithm>
#include <map>

#include "rehearse/rehearse.hpp"

namespace srgconv::rehearse {
namespace {

using Arguments = std::map<std::string, std::string>;
using rules::OtherWord;

// The label beside the rule that decided.
constexpr const char* this_rule = "DATA-040";
constexpr const char* this_table = "DATA-041";

std::string argument(const Diagnostic& diagnostic, const char* name) {
  const auto found = diagnostic.arguments.find(name);
  return found == diagnostic.arguments.end() ? std::string() : found->second;
}

std::string_view code_of(OtherWord otherwise) {
  switch (otherwise) {
    case OtherWord::reject: return "DATA-003";
    case OtherWord::skip: return "DATA-004";
    case OtherWord::empty: return "DATA-005";
    case OtherWord::keep: return "DATA-006";
    case OtherWord::code: break;
  }
  return "DATA-007";
}

// By what a text could not be read; nothing when that shows elsewhere.
std::string_view unreadable_code(std::string_view why) {
  if (why == "MAP-002") return "DATA-010";
  if (why == "MAP-003") return "DATA-011";
  if (why == "MAP-004") return "DATA-012";
  if (why == "MAP-005" || why == "MAP-008" || why == "MAP-009") return "DATA-013";
  if (why == "MAP-006") return "DATA-015";
  if (why == "MAP-007") return "DATA-014";
  return {};
}

class Reporter {
 public:
  Reporter(const Observed& observed, const rules::Mapping& mapping, const std::set<std::size_t>& missing, const std::string& file, Diagnostics& diagnostics)
      : observed_(observed), mapping_(mapping), missing_(missing), file_(file), diagnostics_(diagnostics) {}

  void run() {
    for (const rules::AskedTable& table : rules::asked_tables(mapping_)) {
      report_words(table);
      report_unused(table);
    }
    report_unreadable();
    report_no_codes();
    for (const auto& [rule, decision] : observed_.decisions) report_decision(rule.first, decision);
  }

 private:
  void add(std::string_view code, Arguments arguments, const SourceSpan& rule, const char* label) {
    diagnostics_.add({std::string(code), {file_, 0, 0, 0, {}}, std::move(arguments), {}, {{rule, label}}});
  }

  void report_words(const rules::AskedTable& table) {
    for (const auto& [where, words] : observed_.tables) {
      if (where.first != table.name || words.uncovered == 0) continue;
      add(code_of(table.otherwise),
          {{"table", table.name},
           {"column", where.second},
           {"words", shown_words(words.words, words.asked, words.personal)},
           {"rows", shown_count(words.uncovered)},
           {"code", table.otherwise_code},
           {"list", table.list},
           {"reason", table.reason}},
          table.otherwise_span, this_table);
    }
  }

  // Words of a table that was asked, and never for them.
  void report_unused(const rules::AskedTable& table) {
    std::string unused;
    std::size_t count = 0;
    bool asked = false;
    std::set<std::string> told;  // also those that occurred, but not at the time for which the table has them
    for (const auto& [where, words] : observed_.tables) {
      if (where.first != table.name) continue;
      asked = true;
      for (const auto& [word, times] : words.words) told.insert(word);
    }
    if (!asked) return;
    for (const auto& [word, line] : table.lines) {
      const bool seen = std::any_of(table.lines.begin(), table.lines.end(), [&, &the_word = word](const auto& other) {
        return other.first == the_word && observed_.words_seen.contains(other.second);
      });
      if (seen || !told.insert(word).second) continue;
      unused += (count++ == 0 ? "'" : ", '") + word + "'";
    }
    if (count > 0) add("DATA-030", {{"table", table.name}, {"words", unused}}, table.span, this_table);
  }

  void report_unreadable() {
    for (const auto& [rule, texts] : observed_.unreadables) {
      const std::string_view code = unreadable_code(rule.second);
      if (code.empty()) continue;
      add(code,
          {{"column", argument(texts.why, "column")},
           {"pattern", argument(texts.why, "pattern")},
           {"count", shown_count(texts.count)},
           {"list", argument(texts.why, "list")},
           {"shapes", shown_shapes(texts.shapes)}},
          rule.first, this_rule);
    }
  }

  void report_no_codes() {
    for (const auto& [field, codes] : observed_.no_codes) {
      add("DATA-008",
          {{"field", std::get<0>(field)}, {"list", codes.list}, {"words", shown_words(codes.codes, observed_.rows, false)}, {"rows", shown_count(codes.count)}},
          std::get<1>(field), this_rule);
    }
  }

  // What is told column by column already is not told again rule by rule.
  static bool is_told(const Diagnostic& why) {
    return why.code == "MAP-030" || why.code == rules::skipped_by_table || why.code == "MAP-021" || why.code == "MAP-066" || !unreadable_code(why.code).empty();
  }

  bool rests_on_missing(const SourceSpan& rule) const {
    if (missing_.empty()) return false;
    const auto looks = [&](const rules::Expression& expression) {
      const auto columns = rules::looks_at(expression).columns;
      return std::any_of(columns.begin(), columns.end(), [&](std::size_t column) { return missing_.contains(column); });
    };
    for (const rules::Guard& guard : mapping_.guards) {
      if (guard.span == rule) return looks(*guard.condition);
    }
    for (const rules::Assignment& assignment : mapping_.assignments) {
      if (assignment.span == rule) return looks(*assignment.value) || (assignment.when && looks(*assignment.when));
    }
    return true;  // the mapping as a whole, or a split
  }

  void report_decision(const SourceSpan& rule, const DecidedRows& decision) {
    if (is_told(decision.why) || rests_on_missing(rule)) return;
    Arguments arguments = decision.why.arguments;
    arguments["rows"] = shown_count(decision.count);
    arguments["message"] = decision.why.code;
    if (decision.values.empty()) return add(decision.rejected ? "DATA-020" : "DATA-022", std::move(arguments), rule, decision.why.code.c_str());
    arguments["column"] = mapping_.format->fields[*observed_.shown_column(rule)].name;
    arguments["words"] = shown_words(decision.values, observed_.rows, false);
    add(decision.rejected ? "DATA-021" : "DATA-023", std::move(arguments), rule, decision.why.code.c_str());
  }

  const Observed& observed_;
  const rules::Mapping& mapping_;
  const std::set<std::size_t>& missing_;
  const std::string& file_;
  Diagnostics& diagnostics_;
};

}  // namespace

void report_observed(const Observed& observed, const rules::Mapping& mapping, const std::set<std::size_t>& missing, const std::string& file,
                     Diagnostics& diagnostics) {
  Reporter(observed, mapping, missing, file, diagnostics).run();
}

}  // namespace srgconv::rehearse
