// Persons are made anew whenever they are needed: nothing of them is kept but where their new numbers begin.
#include "synthesize/world.hpp"

#include <algorithm>

#include "synthesize/numbers.hpp"

namespace srgconv::synthesize {
namespace {

constexpr std::uint64_t bsn_purpose = 2, number_purpose = 3, order_purpose = 4;

std::vector<OldSender> old_senders(int count) {
  using Export = OldSender::Export;
  if (count == 1) return {{"0193", "zwolle", Export::semicolons}};
  std::vector<OldSender> all{{"0756", "boxmeer", Export::semicolons},
                             {"1684", "cuijk", Export::commas},
                             {"0786", "grave", Export::levering},
                             {"0815", "mill-en-sint-hubert", Export::semicolons},
                             {"1702", "sint-anthonis", Export::commas}};
  all.resize(static_cast<std::size_t>(count));
  return all;
}

}  // namespace

ReportMonth transition_month() { return *ReportMonth::from_parts(2022, 1); }

World::World(const Settings& settings)
    : circumstances_{settings.seed, settings.dials, settings.senders, settings.months, transition_month()},
      bsns_(seed_of(settings.seed, bsn_purpose)),
      senders_(old_senders(settings.senders)),
      new_sender_(settings.senders == 1 ? "0193" : "1982") {
  for (std::uint64_t provisions = 0; provisions < settings.provisions;) {
    most_of_last_ = static_cast<std::size_t>(settings.provisions - provisions);
    const Person person = make_person(circumstances_, bsns_, persons(), most_of(persons(), most_of_last_));
    first_new_.push_back(new_provisions_);
    provisions += person.old.size();
    new_provisions_ += static_cast<std::uint32_t>(person.fresh.size());
  }
}

Person World::person(std::uint64_t number) const {
  // What cut the last person off never cut another: it was the number of provisions still to be made.
  Person person = make_person(circumstances_, bsns_, number, most_of(number, number + 1 == persons() ? most_of_last_ : provisions_per_person.size() + 1));
  const Permutation numbers(std::max<std::uint32_t>(new_provisions_, 1), seed_of(circumstances_.seed, number_purpose));
  for (std::size_t i = 0; i < person.fresh.size(); ++i) person.fresh[i].id = new_number(numbers.at(first_new_[number] + i));
  return person;
}

// The first person of each sender has one provision, so that the fewest provisions reach every sender.
std::size_t World::most_of(std::uint64_t number, std::size_t most) const { return number < senders_.size() ? std::min<std::size_t>(most, 1) : most; }

void World::for_each_person(const Visit& visit) const {
  OldNumbers old_numbers(circumstances_.senders);
  for (std::uint64_t number = 0; number < persons(); ++number) {
    Person one = person(number);
    old_numbers.number(one);
    visit(one);
  }
}

void World::for_each_new_person(const Visit& visit) const {
  const Permutation order(persons(), seed_of(circumstances_.seed, order_purpose));
  for (std::uint64_t place = 0; place < persons(); ++place) {
    Person one = person(order.number_at(place));
    visit(one);
  }
}

}  // namespace srgconv::synthesize
