// Findings held against the waivers, on their way to the full list.
#include "findings/findings.hpp"

namespace srgconv::findings {

std::string_view name(Waiver::State state) {
  switch (state) {
    case Waiver::State::applied: return "applied";
    case Waiver::State::unused: return "unused";
    case Waiver::State::expired: return "expired";
    case Waiver::State::not_judged: break;
  }
  return "not-judged";
}

Book::Book(List* list, std::vector<Waiver> waivers)
    : list_(list), waivers_(std::move(waivers)), applied_(waivers_.size()), held_(waivers_.size()), unjudged_(waivers_.size()) {
  for (std::size_t i = 0; i < waivers_.size(); ++i) {
    if (waivers_[i].finding.empty())
      by_key_.emplace(std::pair(waivers_[i].check, waivers_[i].key), i);
    else
      by_finding_.emplace(waivers_[i].finding, i);
  }
}

void Book::begin(std::string transition, std::optional<Date> assessed_on) {
  transition_ = std::move(transition);
  ++number_;
  for (std::size_t i = 0; i < waivers_.size(); ++i) {
    Waiver& waiver = waivers_[i];
    waiver.findings = 0;
    waiver.state = Waiver::State::unused;
    if (waiver.expires && !assessed_on) waiver.state = Waiver::State::not_judged;
    if (waiver.expires && assessed_on && on_or_before(*assessed_on, *waiver.expires) != Answer::yes) waiver.state = Waiver::State::expired;
    if (waiver.state == Waiver::State::unused) held_[i] = true;
    if (waiver.state == Waiver::State::not_judged) unjudged_[i] = true;
  }
}

bool Book::waive(const checks::CheckResult& check, const checks::Finding& finding) {
  if (finding.outcome == checks::Outcome::not_assessed) return false;
  const auto key = finding.arguments.find("key");
  const bool has_key = key != finding.arguments.end();
  if (has_key && key->second.find(Bsn::mask) != std::string::npos) return false;
  bool waived = false;
  const auto apply = [&](std::size_t number) {
    Waiver& waiver = waivers_[number];
    if (waiver.state != Waiver::State::unused && waiver.state != Waiver::State::applied) return;
    waiver.state = Waiver::State::applied;
    ++waiver.findings;
    ++applied_[number];
    waived = true;
  };
  if (const auto found = by_finding_.find(checks::fingerprint(check.id, finding)); found != by_finding_.end()) apply(found->second);
  if (has_key) {
    if (const auto found = by_key_.find({check.id, key->second}); found != by_key_.end()) apply(found->second);
  }
  return waived;
}

bool Book::take(const checks::CheckResult& check, const checks::Finding& finding) {
  const std::lock_guard hold(mutex_);
  const bool waived = !waivers_.empty() && waive(check, finding);
  if (list_ == nullptr) return waived;
  checks::Finding listed = finding;
  listed.waived = waived;
  list_->add(transition_, number_, check, listed);
  return waived;
}

std::vector<Waiver> Book::waivers() const { return waivers_; }

std::vector<Diagnostic> Book::told() const {
  std::vector<Diagnostic> result;
  for (std::size_t i = 0; i < waivers_.size(); ++i) {
    const Waiver& waiver = waivers_[i];
    const std::string about = waiver.finding.empty() ? waiver.check + " " + waiver.key : waiver.finding;
    if (applied_[i] > 0) continue;
    if (held_[i])
      result.push_back(finding("VER-212", waiver.place, {{"about", about}}));
    else if (unjudged_[i])
      result.push_back(finding("VER-211", waiver.place, {{"about", about}, {"expires", waiver.expires->text()}}));
    else
      result.push_back(finding("VER-210", waiver.place, {{"about", about}, {"expires", waiver.expires->text()}, {"owner", waiver.owner}}));
  }
  return result;
}

}  // namespace srgconv::findings
