// Keys as people and spreadsheets write them.
#include "reconcile/written_keys.hpp"

#include <algorithm>
#include <array>

namespace srgconv::reconcile {
namespace {

std::string shown_id(const std::string& id, Bsn bsn) { return without_bsns(id, std::array{bsn}); }

std::string_view without_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

// `0398@-/0012` and `0012` without the zeros at the beginning of the sender and of the number.
std::string bare(std::string_view written) {
  const auto slash = written.find('/');
  if (slash == std::string_view::npos) return std::string(without_zeros(written));
  return std::string(without_zeros(written.substr(0, slash))) + "/" + std::string(without_zeros(written.substr(slash + 1)));
}

}  // namespace

Sameness same_key(std::string_view written, const ProvisionKey& key, Bsn bsn) {
  const std::array<std::string, 2> ids = {key.id, shown_id(key.id, bsn)};
  Sameness best = Sameness::no;
  for (const std::string& id : ids) {
    for (const std::string& text : {ProvisionKey{key.numbering, id}.text(), id}) {
      if (written == text) return Sameness::yes;
      if (bare(written) == bare(text)) best = Sameness::zeros_lost;
    }
  }
  return best;
}

WrittenKeys::Found WrittenKeys::find(const std::string& written) {
  const auto in_order = [&](std::vector<std::uint32_t> found) {
    std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) { return provisions_.key_before(a, b); });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  };
  const auto slash = written.find('/');
  const std::string id = slash == std::string::npos ? written : written.substr(slash + 1);
  std::vector<std::uint32_t> found;
  for (const std::string& text : {written, id}) {
    for (const std::uint32_t one : by_id_.all(text)) {
      if (same(written, one) == Sameness::yes) found.push_back(one);
    }
  }
  if (!found.empty()) return {in_order(std::move(found)), false};
  if (!by_bare_id_) {
    by_bare_id_.emplace();
    for (std::uint32_t one = 0; one < provisions_.size(); ++one) {
      const std::string own(provisions_.id(one));
      by_bare_id_->emplace(bare(own), one);
      if (contains_bsn(own, provisions_.bsn(one))) by_bare_id_->emplace(bare(shown_id(own, provisions_.bsn(one))), one);
    }
  }
  std::vector<std::uint32_t> damaged;
  for (const std::string& text : {written, id}) {
    const auto [first, last] = by_bare_id_->equal_range(bare(text));
    for (auto one = first; one != last; ++one) {
      const Sameness same = this->same(written, one->second);
      if (same == Sameness::yes) found.push_back(one->second);
      if (same == Sameness::zeros_lost) damaged.push_back(one->second);
    }
  }
  if (!found.empty()) return {in_order(std::move(found)), false};
  const bool zeros_lost = !damaged.empty();
  return {in_order(std::move(damaged)), zeros_lost};
}

}  // namespace srgconv::reconcile
