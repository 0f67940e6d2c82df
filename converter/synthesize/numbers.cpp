// The styles of the suppliers.
#include "synthesize/numbers.hpp"

#include <fmt/format.h>

namespace srgconv::synthesize {

void OldNumbers::number(Person& person) {
  serial_ = {};
  for (Old& old : person.old) old.id = next(old.sender, person, old.facts.start, old.dials.has(Dial::collisions));
  for (Past& past : person.past) past.id = next(past.sender, person, past.facts.start, false);
}

std::string OldNumbers::next(int sender, const Person& person, Date start, bool collides) {
  const auto at = static_cast<std::size_t>(sender);
  if (collides) {
    const std::uint32_t number = colliding_[at]++;
    return senders_ == 1 ? new_number(number) : fmt::format("{:06}", 100'001 + number);
  }
  switch (sender) {
    case 1:
    case 4: return fmt::format("V{}.{:06}", start.year(), ++running_[at]);
    case 2: return fmt::format("{:07}", 3'000'000 + ++running_[at]);
    default: return fmt::format("{}-{}", 1'000'000 + person.number, ++serial_[at]);
  }
}

std::string new_number(std::uint64_t number) { return fmt::format("VZ{:07}", number + 1); }

}  // namespace srgconv::synthesize
