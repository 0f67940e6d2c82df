// All persons of a synthesis, in the order of the old systems or in that of the new one, with their registration numbers.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "synthesize/person.hpp"
#include "synthesize/synthesize.hpp"

namespace srgconv::synthesize {

/// An old sender and its supplier.
struct OldSender {
  enum class Export { semicolons, commas, levering };
  std::string_view code, folder;
  Export kind;
};

class World {
 public:
  /// Counts the persons and what the new system has of each.
  explicit World(const Settings& settings);

  const Circumstances& circumstances() const { return circumstances_; }
  const std::vector<OldSender>& senders() const { return senders_; }
  std::string_view new_sender() const { return new_sender_; }
  std::uint64_t persons() const { return first_new_.size(); }

  using Visit = std::function<void(Person&)>;
  /// Every person with all registration numbers, in the order in which the old systems know them.
  void for_each_person(const Visit& visit) const;
  /// Every person in the order of the new system, with the new registration numbers only.
  void for_each_new_person(const Visit& visit) const;

 private:
  Person person(std::uint64_t number) const;
  std::size_t most_of(std::uint64_t number, std::size_t most) const;

  Circumstances circumstances_;
  Bsns bsns_;
  std::vector<OldSender> senders_;
  std::string_view new_sender_;
  std::vector<std::uint32_t> first_new_;  // per person: how many new provisions the persons before it have
  std::uint32_t new_provisions_ = 0;
  std::size_t most_of_last_ = 0;
};

/// The month of every transition that is made: all five senders that can merge ended before it.
ReportMonth transition_month();

}  // namespace srgconv::synthesize
