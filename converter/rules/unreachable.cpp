// What no row can reach: guards, branches of `case` and words of code tables that an earlier rule has taken away. Only what is certain is reported: comparisons
// of one column with fixed texts.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "rules/expression.hpp"
#include "rules/resolve.hpp"

namespace srgconv::rules {
namespace {

using Kind = Expression::Kind;

// Which texts of a column were taken away, and by which rule.
using Taken = std::map<std::pair<std::size_t, std::string>, SourceSpan>;

struct Words {
  std::size_t column = 0;
  std::vector<std::string> words;
};

bool is_fixed_text(const Expression& expression) {
  return expression.kind == Kind::literal && expression.type == ValueType::text && std::holds_alternative<std::string>(expression.literal);
}

// `X = 'a'` and `X in ('a', 'b')`, compared exactly; nothing for any other condition.
std::optional<Words> words_of(const Expression& condition) {
  const bool equal = condition.kind == Kind::compare && condition.comparison == Expression::Sign::equal;
  const bool listed = condition.kind == Kind::one_of && !condition.negated;
  if ((!equal && !listed) || condition.trimmed || condition.ignoring_case || condition.operands[0].kind != Kind::column) return std::nullopt;
  Words result{condition.operands[0].column, {}};
  for (std::size_t i = 1; i < condition.operands.size(); ++i) {
    if (!is_fixed_text(condition.operands[i])) return std::nullopt;
    result.words.push_back(std::get<std::string>(condition.operands[i].literal));
  }
  return result;
}

class Unreachable {
 public:
  explicit Unreachable(Environment& environment) : environment_(environment) {}

  void look_at(const Mapping& mapping) {
    taken_.clear();
    for (const Guard& guard : mapping.guards) {
      look_at(*guard.condition);
      take(*guard.condition, guard.span, taken_);
    }
    for (const Assignment& assignment : mapping.assignments) look_at(assignment);
    for (const Split& split : mapping.splits) {
      for (const auto& branch : split.branches) {
        for (const Assignment& assignment : branch) look_at(assignment);
      }
    }
  }

  // After all mappings: a word that one of them asks for is of use.
  void report_words() {
    for (const auto& [entry, by] : never_) {
      if (!needed_.contains(entry)) environment_.report_at("RULE-129", entry, {}, {}, {{by, "RULE-130"}});
    }
  }

 private:
  void look_at(const Assignment& assignment) {
    look_at(*assignment.value);
    if (assignment.when) look_at(*assignment.when);
  }

  void look_at(const Expression& expression) {
    if (expression.kind == Kind::choice) return look_at_choice(expression);
    if (expression.kind == Kind::lookup) look_at_lookup(expression);
    for (const Expression& operand : expression.operands) look_at(operand);
  }

  // Within a `case` the branches above take words away from those below.
  void look_at_choice(const Expression& choice) {
    const Taken outside = taken_;
    std::size_t at = 0;
    for (const char letter : choice.operators) {
      if (letter == 'w') {
        const Expression& condition = choice.operands[at];
        look_at(condition);
        Taken here = taken_;
        take(condition, condition.span, here);
        look_at(choice.operands[at + 1]);
        taken_ = std::move(here);
        at += 2;
      } else if (letter == 'v') {
        look_at(choice.operands[at]);
      }
    }
    taken_ = outside;
  }

  // A word of a table is of no use when no lookup of the table can be asked for it.
  void look_at_lookup(const Expression& lookup) {
    const Expression& asked = lookup.operands[0];
    for (const auto& [word, entries] : lookup.table->words) {
      const auto taken = asked.kind == Kind::column ? taken_.find({asked.column, word}) : taken_.end();
      for (const CodeTable::Entry& entry : entries) {
        if (taken == taken_.end())
          needed_.insert(entry.span);
        else
          never_.emplace(entry.span, taken->second);
      }
    }
  }

  // Takes the words of a condition away; a condition of which every word was taken before never holds.
  void take(const Expression& condition, const SourceSpan& by, Taken& taken) {
    const auto words = words_of(condition);
    if (!words) return;
    std::optional<SourceSpan> earlier;
    bool all = true;
    for (const std::string& word : words->words) {
      const auto [entry, fresh] = taken.emplace(std::pair(words->column, word), by);
      all = all && !fresh;
      if (!fresh && !earlier) earlier = entry->second;
    }
    if (all && earlier) environment_.report_at("RULE-128", condition.span, {}, {}, {{*earlier, "RULE-130"}});
  }

  Environment& environment_;
  Taken taken_;
  std::map<SourceSpan, SourceSpan> never_;
  std::set<SourceSpan> needed_;
};

}  // namespace

void report_unreachable(const std::vector<std::shared_ptr<const Mapping>>& mappings, Environment& environment) {
  Unreachable unreachable(environment);
  for (const auto& mapping : mappings) unreachable.look_at(*mapping);
  unreachable.report_words();
}

}  // namespace srgconv::rules
