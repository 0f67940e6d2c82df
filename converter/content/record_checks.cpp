// Runs the record checks over deliveries. A million provisions share a few hundred patterns of codes: most checks are settled by the pattern alone, and only
// the others are judged row by row.
#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "content/explanation.hpp"
#include "content/record_check.hpp"

namespace srgconv::content {
namespace {

using checks::Tally;
using rules::Fact;
using rules::Possible;

// What rows have in common that share a pattern: their codes, and which facts are there.
struct PatternKey {
  const std::string *type = nullptr, *goal = nullptr, *work_capacity = nullptr;
  bool has_end = false, has_wage_value = false;
  bool operator==(const PatternKey&) const = default;
};

struct PatternHash {
  std::size_t operator()(const PatternKey& key) const {
    const auto mixed = [](std::size_t a, std::size_t b) { return (a ^ (b + 0x9E3779B97F4A7C15U + (a << 6U) + (a >> 2U))); };
    const std::hash<const std::string*> hash;
    return mixed(mixed(mixed(hash(key.type), hash(key.goal)), hash(key.work_capacity)), (key.has_end ? 2U : 0U) | (key.has_wage_value ? 1U : 0U));
  }
};

struct Pattern {
  std::vector<std::uint32_t> open;      // checks that each row decides
  std::vector<std::uint32_t> violated;  // by every row
  std::vector<std::uint32_t> satisfied, not_applicable;
  std::uint64_t rows = 0;
};

// A bad row while deliveries are read: what it takes to explain it later.
struct Kept {
  BadRow row;
  std::vector<std::uint32_t> violated;
  std::string sender, id, bsn;
  delivery::Delivered provision;  // its words outlive it
};

bool comes_before(const Kept& a, const Kept& b) {
  return std::tie(a.row.file, a.row.line, a.row.month, a.row.key) < std::tie(b.row.file, b.row.line, b.row.month, b.row.key);
}

}  // namespace

struct RecordChecks::State {
  State(const pack::Pack& of, checks::EveryFinding* every) : pack(of), checks(record_checks(of)) {
    for (const RecordCheck& check : checks) {
      content.checks.push_back(checks::result_of(check.declared().code, pack));
      looks_at_bsn = looks_at_bsn || check.looks_at(Fact::bsn);
    }
    for (checks::CheckResult& result : content.checks) tallies.emplace_back(result, every);
  }

  Pattern pattern_of(Facts facts) const {
    for (const Fact unknown : {Fact::bsn, Fact::id, Fact::start, Fact::end, Fact::wage_value}) {
      Possible& value = facts[rules::fact_index(unknown)];
      if (!value.is_empty()) value = Possible::anything(value.kind()).filled();
    }
    facts[rules::fact_index(Fact::bsn)] = Possible::anything(Possible::Kind::text);
    Pattern pattern;
    for (std::uint32_t i = 0; i < checks.size(); ++i) {
      const auto [outcome, final] = checks[i].judge(facts);
      if (!final)
        pattern.open.push_back(i);
      else if (outcome == Outcome::violated)
        pattern.violated.push_back(i);
      else
        (outcome == Outcome::satisfied ? pattern.satisfied : pattern.not_applicable).push_back(i);
    }
    return pattern;
  }

  void tell(std::uint32_t check, checks::Outcome outcome, const delivery::Delivery& delivery, const delivery::Delivered& provision) {
    const rules::Check& declared = checks[check].declared();
    const auto arguments = [&] {
      return checks::Arguments{{"what", declared.nl.what},
                               {"what@en", declared.en.what},
                               {"repair", declared.nl.repair},
                               {"repair@en", declared.en.repair},
                               {"key", delivery::shown_key(delivery.sender, provision)},
                               {"month", delivery.month.text()}};
    };
    tallies[check].finding(outcome == checks::Outcome::violated ? "VER-170" : "VER-171", delivery.file, provision.line, arguments, {}, outcome);
  }

  void keep(const delivery::Delivery& delivery, const delivery::Delivered& provision, const std::vector<std::uint32_t>& violated) {
    ++content.bad_rows;
    Kept bad;
    bad.row.file = delivery.file;
    bad.row.line = provision.line;
    bad.row.month = delivery.month;
    if (kept.size() >= most_rows && full && !(std::tie(bad.row.file, bad.row.line) <= std::tie(last_file, last_line))) return;
    bad.row.key = delivery::shown_key(delivery.sender, provision);
    bad.violated = violated;
    bad.sender = delivery.sender.text();
    bad.provision = provision;
    kept.push_back(std::move(bad));
    if (kept.size() >= 2 * most_rows) prune();
  }

  // Leaves the first rows by place.
  void prune() {
    std::sort(kept.begin(), kept.end(), comes_before);
    if (kept.size() <= most_rows) return;
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(most_rows), kept.end());
    full = true;
    last_file = kept.back().row.file;
    last_line = kept.back().row.line;
  }

  const pack::Pack& pack;
  std::vector<RecordCheck> checks;
  Content content;
  std::vector<Tally> tallies;
  bool looks_at_bsn = false;
  std::vector<Kept> kept;
  bool full = false;  // rows behind the last one kept need not be kept
  std::string last_file;
  std::uint32_t last_line = 0;
};

RecordChecks::RecordChecks(const pack::Pack& pack, checks::EveryFinding* every) : state_(std::make_unique<State>(pack, every)) {}
RecordChecks::~RecordChecks() = default;

void RecordChecks::look_at(const delivery::Delivery& delivery, const std::function<void(const Violations&)>& visit) {
  State& state = *state_;
  std::unordered_map<PatternKey, Pattern, PatternHash> patterns;
  std::vector<std::uint32_t> violated;
  std::string bsn;
  for (const delivery::Delivered& provision : delivery.provisions) {
    const Facts facts = facts_of(delivery, provision, state.looks_at_bsn ? &bsn : nullptr);
    const PatternKey key{provision.facts.type, provision.goal, provision.work_capacity, provision.facts.end.has_value(), provision.wage_value.has_value()};
    const auto [at, fresh] = patterns.try_emplace(key);
    Pattern& pattern = at->second;
    if (fresh) pattern = state.pattern_of(facts);
    ++pattern.rows;
    violated = pattern.violated;
    for (const std::uint32_t check : pattern.open) {
      switch (state.checks[check].judge(facts).outcome) {
        case Outcome::not_applicable: state.tallies[check].not_applicable(); break;
        case Outcome::satisfied: state.tallies[check].satisfied(); break;
        case Outcome::violated: violated.push_back(check); break;
        case Outcome::undecided:
          state.tallies[check].undecided();
          state.tell(check, checks::Outcome::undecided, delivery, provision);
          break;
      }
    }
    if (violated.empty()) continue;
    std::sort(violated.begin(), violated.end());
    for (const std::uint32_t check : violated) {
      state.tallies[check].violated();
      state.tell(check, checks::Outcome::violated, delivery, provision);
    }
    state.keep(delivery, provision, violated);
    if (visit) visit({delivery, provision, violated});
  }
  for (const auto& [key, pattern] : patterns) {
    for (const std::uint32_t check : pattern.satisfied) state.tallies[check].satisfied(pattern.rows);
    for (const std::uint32_t check : pattern.not_applicable) state.tallies[check].not_applicable(pattern.rows);
  }
}

void RecordChecks::not_assessed(const Diagnostic& why) {
  for (Tally& tally : state_->tallies) tally.not_assessed(why);
}

Content RecordChecks::result() && {
  State& state = *state_;
  state.prune();
  std::sort(state.kept.begin(), state.kept.end(), comes_before);
  Explainer explainer(state.checks, state.pack.codes);
  for (Kept& kept : state.kept) {
    delivery::Delivery delivery;
    delivery.sender = *SenderCode::parse(kept.sender);
    delivery.month = kept.row.month;
    std::string bsn;
    kept.row.explanation = explainer.explain(facts_of(delivery, kept.provision, state.looks_at_bsn ? &bsn : nullptr));
    for (const std::uint32_t check : kept.violated) kept.row.violated.push_back(state.checks[check].declared().code);
    state.content.rows.push_back(std::move(kept.row));
  }
  for (checks::CheckResult& result : state.content.checks) {
    if (result.state == checks::State::assessed && result.examined == 0) result.state = checks::State::not_applicable;
  }
  return std::move(state.content);
}

}  // namespace srgconv::content
