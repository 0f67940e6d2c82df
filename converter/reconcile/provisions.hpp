// Millions of provisions in a compact form: what is compared as numbers, and registration numbers one behind the other.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "domain/provision.hpp"

namespace srgconv::reconcile {

/// Gives codes numbers: equal codes the same, different codes different ones. The numbers mean nothing else, and no result depends on their order.
class CodeNumbers {
 public:
  /// Of a code that no provision has: of none of them either.
  static constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t add(std::string_view code);
  std::uint32_t find(std::string_view code) const;  ///< `unknown` for a longer code that was never added
  std::string text(std::uint32_t number) const;     ///< of a number that one of these gave

 private:
  std::map<std::string, std::uint32_t, std::less<>> longer_;  // than three bytes
  std::vector<std::string> texts_;                            // of these, by number
};

/// What is compared of a provision. Dates agree when all their known parts are the same and the same parts are unknown.
struct Facts {
  static constexpr std::int32_t no_end = -1;
  static constexpr std::int64_t no_wage_value = std::numeric_limits<std::int64_t>::min();

  std::uint32_t bsn = 0;
  std::uint32_t index = 0;  ///< its place among the provisions of its side
  Date start;
  std::int32_t end = no_end;                            ///< packed
  std::int32_t end_since = no_end;                      ///< an end that was recorded after the delivery, which does not have it; otherwise the same as `end`
  std::uint32_t type = 0, goal = 0, work_capacity = 0;  ///< CodeNumbers; that of the empty code is 0
  std::int64_t wage_value = no_wage_value;              ///< ten-thousandths
};

/// Of an old provision the end counts that is known now: the one recorded since where there is one, otherwise the delivered one.
inline bool same_end(const Facts& old, const Facts& fresh) { return old.end_since == fresh.end; }

/// Every fact of a provision but its number and its person.
inline auto told(const Facts& facts) {
  return std::tie(facts.start, facts.end, facts.end_since, facts.type, facts.goal, facts.work_capacity, facts.wage_value);
}
inline bool alike(const Facts& a, const Facts& b) { return told(a) == told(b); }

/// The provisions of one side, by index. Some 60 bytes each.
class Provisions {
 public:
  void reserve(std::size_t count);
  /// `end_recorded_since`: an end date that the sender's export, or a delivery beside the new sender's, knows and the last delivery does not.
  void add(const Provision& provision, CodeNumbers& numbers, std::optional<Date> end_recorded_since = {});

  std::size_t size() const { return facts_.size(); }
  bool empty() const { return facts_.empty(); }
  const Facts& operator[](std::size_t index) const { return facts_[index]; }
  std::string_view id(std::size_t index) const { return ids_[index]; }
  const Numbering& numbering(std::size_t index) const { return numberings_[numbering_of_[index]]; }
  const SenderCode& sender(std::size_t index) const { return numbering(index).sender; }
  ProvisionKey key(std::size_t index) const { return {numbering(index), std::string(id(index))}; }
  std::string key_text(std::size_t index) const { return key(index).text(); }
  Bsn bsn(std::size_t index) const;
  std::optional<Date> end(std::size_t index) const { return date(facts_[index].end); }
  /// The end that is known last: the one recorded since the delivery, else the delivered one.
  std::optional<Date> end_since(std::size_t index) const { return date(facts_[index].end_since); }
  /// With everything it was added with.
  Provision provision(std::size_t index, const CodeNumbers& numbers) const;
  /// Is the key of one before that of the other?
  bool key_before(std::size_t a, std::size_t b) const;

  /// The numberings that occur, and which one a provision has: for what is decided per sender.
  const std::vector<Numbering>& numberings() const { return numberings_; }
  std::uint32_t numbering_number(std::size_t index) const { return numbering_of_[index]; }

 private:
  // Texts one behind the other.
  class Texts {
   public:
    void reserve(std::size_t count) { ends_.reserve(count); }
    void add(std::string_view text);
    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::size_t index) const;

   private:
    std::string all_;
    std::vector<std::uint64_t> ends_;
  };

  static std::optional<Date> date(std::int32_t packed) { return packed == Facts::no_end ? std::nullopt : Date::from_packed(packed); }

  std::vector<Facts> facts_;
  std::vector<std::uint32_t> numbering_of_;
  std::vector<Numbering> numberings_;
  Texts ids_;
  Texts descriptions_;  // nothing behind the last provision that has one
};

}  // namespace srgconv::reconcile
