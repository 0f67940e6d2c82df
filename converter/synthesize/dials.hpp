// The dials: how often what goes wrong at a change of software or a merger goes wrong here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "synthesize/random.hpp"

namespace srgconv::synthesize {

enum class Dial { recoded, shifted, swapped, dropped, added, ended, ended_since, late, split, joined, twins, wrong_bsn, collisions };
inline constexpr std::size_t dial_count = 13;

std::string_view name(Dial dial);  ///< `ended-since`
std::optional<Dial> dial_called(std::string_view name);
std::vector<std::string> dial_names();  ///< in the order of the enumeration

/// Which dials touched something.
class DialSet {
 public:
  void add(Dial dial) { bits_ |= bit(dial); }
  void add(DialSet other) { bits_ |= other.bits_; }
  void remove(Dial dial) { bits_ &= ~bit(dial); }
  bool has(Dial dial) const { return (bits_ & bit(dial)) != 0; }
  bool empty() const { return bits_ == 0; }
  /// `recoded twins`, in the order of the enumeration.
  std::string text() const;
  bool operator==(const DialSet&) const = default;

 private:
  static constexpr std::uint32_t bit(Dial dial) { return std::uint32_t{1} << static_cast<unsigned>(dial); }
  std::uint32_t bits_ = 0;
};

/// The shares. Of all old provisions: dropped, ended, ended-since, split, joined, twins, collisions, and, so many beside them, added and late. Of the old
/// provisions that go on under one new number of their own: recoded, shifted, swapped. Of the persons: wrong-bsn.
class Dials {
 public:
  Dials();  ///< the defaults
  Share operator[](Dial dial) const { return shares_[static_cast<std::size_t>(dial)]; }
  void set(Dial dial, Share share) { shares_[static_cast<std::size_t>(dial)] = share; }
  /// All at nothing.
  static Dials none();
  /// `name=value`, the value a percentage with or without its sign: `recoded=3%`. False with USE-030 (no such dial), USE-031 (no percentage from 0 to 100) or
  /// USE-034 (no `=`).
  bool read(std::string_view setting, Diagnostics& diagnostics);
  /// Can these shares hold together? False with USE-032, which names the dials and their sum.
  bool hold(Diagnostics& diagnostics) const;
  bool operator==(const Dials&) const = default;

 private:
  std::array<Share, dial_count> shares_;
};

/// `3`, `0.05`: as a percentage without its sign.
std::string percentage(Share share);

}  // namespace srgconv::synthesize
