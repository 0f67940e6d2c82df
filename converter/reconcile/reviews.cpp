// Reviews: the candidates of open provisions, and the one reason that leads.
#include "reconcile/reviews.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "reconcile/fates.hpp"
#include "reconcile/leads.hpp"
#include "reconcile/misspelt_rows.hpp"

namespace srgconv::reconcile {
namespace {

// Reasons from the strongest to the weakest; the codes of troubles and of the reviews themselves.
constexpr std::array by_strength = std::to_array<std::string_view>(
    {"RECO-045", "RECO-047", "CASE-059", "RECO-046", "RECO-044", "RECO-048", "RECO-042", "RECO-043", "CASE-058", "RECO-020", "RECO-050", "RECO-053",
     "RECO-021", "RECO-010", "RECO-005", "RECO-006", "RECO-004", "RECO-003", "RECO-033", "RECO-031", "RECO-032", "RECO-011", "RECO-016", "RECO-030",
     "RECO-022", "RECO-024", "RECO-023", "RECO-051", "RECO-054", "RECO-055", "RECO-009", "RECO-008", "RECO-013", "RECO-036", "RECO-049", "RECO-025"});

std::size_t weakness(const Diagnostic& why) {
  return static_cast<std::size_t>(std::find(by_strength.begin(), by_strength.end(), why.code) - by_strength.begin());
}

// Days that lie between two dates at the least; 0 when they may be the same day.
std::int32_t days_apart(Date a, Date b) {
  if (a.latest() < b.earliest()) return b.earliest().day_number() - a.latest().day_number();
  if (b.latest() < a.earliest()) return a.earliest().day_number() - b.latest().day_number();
  return 0;
}

// What is known of one open provision.
struct Case {
  std::vector<std::uint32_t> candidates;
  std::vector<Diagnostic> reasons;
  bool undecided_by_match = false;  // the candidates are those of the match levels: weaker ones must not join them
};

class Reviewer {
 public:
  Reviewer(Progress& progress, const Matching& matching) : progress_(progress), problem_(progress.problem), matching_(matching) {
    for (std::uint32_t old = 0; old < problem_.old.size(); ++old) {
      if (progress_.undecided(old)) open_.push_back(old);
    }
    if (!open_.empty()) left_over_ = all_left_over(progress_);
    cases_.reserve(open_.size());
  }

  std::vector<Review> all(const std::vector<std::uint32_t>& in_key_order);

 private:
  using Member = std::pair<std::uint64_t, std::uint32_t>;  // person and type, index

  void add_undecided(const std::vector<Undecided>& undecided, std::string_view code);
  void add_troubles();
  void add_same_person_and_type();
  void add_alike(std::uint32_t old, std::vector<std::uint32_t> alike);
  std::vector<std::uint32_t> without_candidates() const;
  void add_leads();
  // Those of the new sender that the old provision goes to; all when that is not known.
  std::vector<std::uint32_t> under_its_sender(std::uint32_t old, const std::vector<std::uint32_t>& alike) const;
  Diagnostic about(std::string_view code, std::uint32_t old, std::map<std::string, std::string> arguments) const;
  // Is it free, and did people not refuse it?
  bool may_be(std::uint32_t old, std::uint32_t fresh) const { return !progress_.linked[fresh] && !progress_.refused.contains(std::pair(old, fresh)); }
  void sort_by_key(std::vector<std::uint32_t>& candidates) const;

  Progress& progress_;
  const Problem& problem_;
  const Matching& matching_;
  std::vector<std::uint32_t> open_;       // old provisions
  std::vector<std::uint32_t> left_over_;  // new ones
  std::unordered_map<std::uint32_t, Case> cases_;
};

Diagnostic Reviewer::about(std::string_view code, std::uint32_t old, std::map<std::string, std::string> arguments) const {
  arguments["old"] = problem_.old.key_text(old);
  return {std::string(code), {}, std::move(arguments), {}, {}};
}

void Reviewer::sort_by_key(std::vector<std::uint32_t>& candidates) const {
  std::sort(candidates.begin(), candidates.end(),
            [&](std::uint32_t a, std::uint32_t b) { return problem_.fresh.key_before(a, b) || (!problem_.fresh.key_before(b, a) && a < b); });
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
}

void Reviewer::add_undecided(const std::vector<Undecided>& undecided, std::string_view code) {
  for (const Undecided& one : undecided) {
    if (!progress_.undecided(one.old)) continue;  // a step after `match` decided
    Case& at = cases_[one.old];
    std::vector<std::uint32_t> free;
    for (const std::uint32_t fresh : one.candidates) {
      if (may_be(one.old, fresh)) free.push_back(fresh);
    }
    if (free.empty()) continue;  // people refused them all
    at.reasons.push_back(about(code, one.old, {{"count", std::to_string(free.size())}}));
    at.candidates.insert(at.candidates.end(), free.begin(), free.end());
    at.undecided_by_match = true;
  }
}

void Reviewer::add_troubles() {
  for (const Trouble& trouble : progress_.troubles) {
    if (!progress_.undecided(trouble.old) || progress_.alone[trouble.old]) continue;
    if (trouble.why.code == "RECO-008" || trouble.why.code == "RECO-009" || trouble.why.code == "RECO-030") progress_.findings.push_back(trouble.why);
    Case& at = cases_[trouble.old];
    at.reasons.push_back(trouble.why);
    if (at.undecided_by_match) continue;
    for (const std::uint32_t fresh : trouble.candidates) {
      // What is linked with another may be joined with it.
      const bool joins = trouble.why.code == "RECO-053" && progress_.may_link(trouble.old, fresh);
      if (joins || may_be(trouble.old, fresh)) at.candidates.push_back(fresh);
    }
  }
}

void Reviewer::add_same_person_and_type() {
  const auto member = [](const Facts& facts) { return Member(person_and_type(facts), facts.index); };
  std::vector<Member> old_side, new_side;
  for (const std::uint32_t old : open_) {
    if (progress_.alone[old]) continue;
    const auto known = cases_.find(old);
    if (known == cases_.end() || !known->second.undecided_by_match) old_side.push_back(member(problem_.old[old]));
  }
  if (old_side.empty()) return;
  for (const std::uint32_t fresh : left_over_) new_side.push_back(member(problem_.fresh[fresh]));
  std::sort(old_side.begin(), old_side.end());
  std::sort(new_side.begin(), new_side.end());
  for (auto begin = old_side.begin(); begin != old_side.end();) {
    const auto end = std::find_if(begin, old_side.end(), [&](const Member& other) { return other.first != begin->first; });
    const auto first = std::lower_bound(new_side.begin(), new_side.end(), Member(begin->first, 0));
    const auto last = std::find_if(first, new_side.end(), [&](const Member& other) { return other.first != begin->first; });
    std::vector<std::uint32_t> alike;
    for (auto one = first; one != last; ++one) alike.push_back(one->second);
    const bool too_many = !alike.empty() && static_cast<std::size_t>(end - begin) > most_pairs / alike.size();
    for (auto one = begin; one != end; ++one) {
      if (too_many)
        cases_[one->second].reasons.push_back(about("RECO-021", one->second, {{"count", std::to_string(alike.size())}}));
      else if (!alike.empty())
        add_alike(one->second, under_its_sender(one->second, alike));
    }
    begin = end;
  }
}

std::vector<std::uint32_t> Reviewer::under_its_sender(std::uint32_t old, const std::vector<std::uint32_t>& alike) const {
  const SenderCode* sender = progress_.destination(old);
  if (sender == nullptr) return alike;
  std::vector<std::uint32_t> result;
  std::copy_if(alike.begin(), alike.end(), std::back_inserter(result), [&](std::uint32_t fresh) { return problem_.fresh.sender(fresh) == *sender; });
  return result;
}

void Reviewer::add_alike(std::uint32_t old, std::vector<std::uint32_t> alike) {
  std::erase_if(alike, [&](std::uint32_t fresh) { return !may_be(old, fresh); });
  if (alike.empty()) return;
  sort_by_key(alike);
  const Date start = problem_.old[old].start;
  const auto apart = [&](std::uint32_t fresh) { return days_apart(start, problem_.fresh[fresh].start); };
  const auto named = [&](std::uint32_t fresh) { return problem_.fresh.key_text(fresh); };
  Case& at = cases_[old];
  at.candidates.insert(at.candidates.end(), alike.begin(), alike.end());
  const auto same = std::find_if(alike.begin(), alike.end(), [&](std::uint32_t fresh) { return problem_.fresh[fresh].start == start; });
  const auto compatible =
      std::find_if(alike.begin(), alike.end(), [&](std::uint32_t fresh) { return problem_.fresh[fresh].start != start && apart(fresh) == 0; });
  if (compatible != alike.end()) {
    at.reasons.push_back(about("RECO-022", old, {{"new", named(*compatible)}}));
  } else if (same != alike.end()) {
    at.reasons.push_back(about("RECO-024", old, {{"new", named(*same)}}));
  } else {
    const auto nearest = std::min_element(alike.begin(), alike.end(), [&](std::uint32_t a, std::uint32_t b) { return apart(a) < apart(b); });
    at.reasons.push_back(about("RECO-023", old, {{"new", named(*nearest)}, {"days", std::to_string(apart(*nearest))}}));
  }
}

std::vector<std::uint32_t> Reviewer::without_candidates() const {
  std::vector<std::uint32_t> open;
  for (const std::uint32_t old : open_) {
    const auto known = cases_.find(old);
    if (known == cases_.end() || known->second.candidates.empty()) open.push_back(old);
  }
  return open;
}

// For provisions without a candidate: another type first, then another BSN, then a row that was rejected because its BSN is none.
void Reviewer::add_leads() {
  using Find = std::vector<Lead> (*)(const Progress&, const std::vector<std::uint32_t>&, const std::vector<std::uint32_t>&);
  for (const auto& [find, code] : {std::pair<Find, const char*>(leads_of_another_type, "RECO-051"), {leads_of_another_bsn, "RECO-054"}}) {
    const std::vector<std::uint32_t> open = without_candidates();
    if (open.empty()) return;
    for (Lead& lead : find(progress_, open, left_over_)) {
      sort_by_key(lead.candidates);
      Case& at = cases_[lead.old];
      at.reasons.push_back(about(code, lead.old, {{"new", problem_.fresh.key_text(lead.candidates.front())}}));
      at.candidates = std::move(lead.candidates);
    }
  }
  if (problem_.misspelt_new.empty()) return;
  for (const MisspeltLead& lead : misspelt_leads(problem_.old, problem_.numbers, without_candidates(), problem_.misspelt_new)) {
    if (!progress_.alone[lead.provision]) cases_[lead.provision].reasons.push_back(about("RECO-055", lead.provision, {{"rows", lead.rows}}));
  }
}

std::vector<Review> Reviewer::all(const std::vector<std::uint32_t>& in_key_order) {
  add_undecided(matching_.ties, "RECO-020");
  add_undecided(matching_.unclear, "RECO-050");
  add_undecided(matching_.too_many, "RECO-021");
  add_troubles();
  add_same_person_and_type();
  add_leads();
  std::vector<Review> result;
  for (const std::uint32_t old : in_key_order) {
    if (!progress_.undecided(old)) continue;
    const auto first_refused = progress_.refused.lower_bound(std::pair(old, std::uint32_t{0}));
    const bool judged = progress_.alone[old] || (first_refused != progress_.refused.end() && first_refused->first == old);
    Review review{old, {}, about(judged ? "RECO-049" : "RECO-025", old, {}), link_code(problem_.old.key(old), problem_.old.bsn(old), problem_.pseudonym)};
    const auto found = cases_.find(old);
    if (found != cases_.end() && !found->second.reasons.empty()) {
      Case& known = found->second;
      const auto leading = std::min_element(known.reasons.begin(), known.reasons.end(), [](const Diagnostic& a, const Diagnostic& b) {
        const std::size_t weakness_a = weakness(a), weakness_b = weakness(b);
        return std::tie(weakness_a, a.primary, a.arguments) < std::tie(weakness_b, b.primary, b.arguments);
      });
      review.why = std::move(*leading);
      sort_by_key(known.candidates);
      review.candidates.assign(known.candidates.begin(), known.candidates.end());
      for (const std::uint32_t fresh : known.candidates) review.pair_codes.push_back(pair_code(problem_.old_provision(old), problem_.new_provision(fresh)));
    }
    result.push_back(std::move(review));
  }
  return result;
}

}  // namespace

std::vector<Review> reviews(Progress& progress, const Matching& matching, const std::vector<std::uint32_t>& in_key_order) {
  return Reviewer(progress, matching).all(in_key_order);
}

}  // namespace srgconv::reconcile
