#include "content/record_check.hpp"

#include <algorithm>
#include <utility>

namespace srgconv::content {

using rules::Fact;
using rules::Possible;

RecordCheck::RecordCheck(const rules::Check& check, const CodeLists& codes) : check_(&check), expect_(check.expect, codes) {
  if (check.where != nullptr) where_.emplace(check.where, codes);
}

RecordCheck::Judged RecordCheck::judge(const Facts& facts) const {
  const Answer falls = where_ ? where_->judge(facts) : Answer::yes;
  if (falls == Answer::no) return {Outcome::not_applicable, true};
  const Answer holds = expect_.judge(facts);
  // What may not fall under the check, but meets it anyway, violates nothing.
  if (holds == Answer::yes) return {Outcome::satisfied, falls == Answer::yes};
  return holds == Answer::no && falls == Answer::yes ? Judged{Outcome::violated, true} : Judged{Outcome::undecided, false};
}

bool RecordCheck::looks_at(Fact fact) const { return expect_.looks_at()[rules::fact_index(fact)] || (where_ && where_->looks_at()[rules::fact_index(fact)]); }

std::vector<rules::Limit> RecordCheck::limits() const {
  std::vector<rules::Limit> result = expect_.limits();
  if (where_) result.insert(result.end(), where_->limits().begin(), where_->limits().end());
  return result;
}

std::vector<RecordCheck> record_checks(const pack::Pack& pack) {
  std::vector<RecordCheck> result;
  for (const rules::Check& check : pack.checks) {
    if (check.kind == rules::CheckKind::provision) result.emplace_back(check, pack.codes);
  }
  return result;
}

Facts facts_of(const delivery::Delivery& delivery, const delivery::Delivered& provision, std::string* bsn) {
  Facts facts;
  const auto put = [&](Fact fact, const Possible& value) { facts[rules::fact_index(fact)] = value; };
  const auto word = [](const std::string* text) { return text == nullptr ? Possible() : Possible::text(*text); };
  put(Fact::sender, Possible::text(delivery.sender.text()));
  put(Fact::month, Possible::of(delivery.month));
  put(Fact::bsn, Possible::anything(Possible::Kind::text));
  if (bsn != nullptr && provision.facts.bsn) {
    *bsn = provision.facts.bsn->reveal();
    put(Fact::bsn, Possible::text(*bsn));
  }
  put(Fact::id, Possible::text(provision.id));
  put(Fact::start, Possible::of(provision.facts.start));
  put(Fact::end, provision.facts.end ? Possible::of(*provision.facts.end) : Possible::empty(Possible::Kind::date));
  put(Fact::type, word(provision.facts.type));
  put(Fact::goal, word(provision.goal));
  put(Fact::work_capacity, word(provision.work_capacity));
  put(Fact::wage_value, provision.wage_value ? Possible::of(*provision.wage_value) : Possible::empty(Possible::Kind::number));
  return facts;
}

}  // namespace srgconv::content
