// What is made is what the dials and the tables say, and every part of it holds together.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "synthesize/world.hpp"

namespace srgconv::synthesize {
namespace {

Settings settings(std::uint64_t provisions, int senders = 3) {
  Settings result;
  result.provisions = provisions;
  result.senders = senders;
  return result;
}

std::vector<Person> people(const Settings& settings) {
  std::vector<Person> result;
  World(settings).for_each_person([&](Person& person) { result.push_back(std::move(person)); });
  return result;
}

std::size_t olds(const std::vector<Person>& people) {
  std::size_t count = 0;
  for (const Person& person : people) count += person.old.size();
  return count;
}

TEST(World, HasExactlyTheProvisionsAskedFor) {
  for (const std::uint64_t provisions : {3U, 4U, 7U, 1000U, 4321U}) EXPECT_EQ(olds(people(settings(provisions))), provisions);
  EXPECT_EQ(olds(people(settings(1, 1))), 1U);
}

TEST(World, NoSenderIsWithoutProvisions) {
  for (int senders = 1; senders <= most_senders; ++senders) {
    std::set<int> seen;
    for (const Person& person : people(settings(static_cast<std::uint64_t>(senders), senders))) {
      for (const Old& old : person.old) seen.insert(old.sender);
    }
    EXPECT_EQ(seen.size(), static_cast<std::size_t>(senders));
  }
}

TEST(World, TheSameSeedIsTheSameWorldAndAnotherIsAnother) {
  const auto shape = [](const std::vector<Person>& all) {
    std::vector<std::string> lines;
    for (const Person& person : all) {
      for (const Old& old : person.old) lines.push_back(std::to_string(person.bsn) + old.id + old.facts.start.text() + std::to_string(old.facts.type));
      for (const Fresh& fresh : person.fresh) lines.push_back(std::to_string(person.new_bsn) + fresh.id + fresh.facts.start.text());
    }
    return lines;
  };
  Settings one = settings(500), other = one;
  EXPECT_EQ(shape(people(one)), shape(people(other)));
  other.seed = 2;
  EXPECT_NE(shape(people(one)), shape(people(other)));
}

TEST(World, AMoreMakesTheSamePeopleAndOthersBesides) {
  const auto few = people(settings(500)), many = people(settings(1000));
  for (std::size_t i = 0; i + 1 < few.size(); ++i) {
    ASSERT_EQ(few[i].bsn, many[i].bsn);
    ASSERT_EQ(few[i].old.size(), many[i].old.size());
    for (std::size_t j = 0; j < few[i].old.size(); ++j) EXPECT_EQ(few[i].old[j].facts, many[i].old[j].facts);
  }
}

TEST(World, TheNewSystemHasTheSameProvisionsInAnotherOrder) {
  const World world(settings(2000));
  std::map<std::string, std::uint32_t> in_old_order, in_new_order;
  std::vector<std::uint64_t> order;
  world.for_each_person([&](const Person& person) {
    for (const Fresh& fresh : person.fresh) in_old_order[fresh.id] = fresh.stranger.value_or(person.new_bsn);
  });
  world.for_each_new_person([&](const Person& person) {
    order.push_back(person.number);
    for (const Fresh& fresh : person.fresh) in_new_order[fresh.id] = fresh.stranger.value_or(person.new_bsn);
  });
  EXPECT_EQ(in_old_order, in_new_order);
  EXPECT_FALSE(std::is_sorted(order.begin(), order.end()));
  EXPECT_EQ(std::set<std::uint64_t>(order.begin(), order.end()).size(), world.persons());
}

TEST(World, RegistrationNumbersAreUniquePerSenderAndCollideBetweenSenders) {
  std::map<int, std::set<std::string>> numbers;
  std::set<std::string> fresh_numbers;
  std::size_t colliding = 0, provisions = 0, fresh = 0;
  const auto all = people(settings(20'000));
  for (const Person& person : all) {
    for (const Old& old : person.old) {
      ++provisions;
      EXPECT_LE(old.id.size(), 15U);
      EXPECT_TRUE(numbers[old.sender].insert(old.id).second) << old.id;
    }
    for (const Past& past : person.past) EXPECT_TRUE(numbers[past.sender].insert(past.id).second) << past.id;
    fresh += person.fresh.size();
    for (const Fresh& one : person.fresh) fresh_numbers.insert(one.id);
  }
  EXPECT_EQ(fresh_numbers.size(), fresh);
  for (const Person& person : all) {
    for (const Old& old : person.old) {
      bool elsewhere = false;
      for (const auto& [sender, ids] : numbers) elsewhere = elsewhere || (sender != old.sender && ids.contains(old.id));
      colliding += elsewhere ? 1 : 0;
      EXPECT_TRUE(!elsewhere || old.dials.has(Dial::collisions));
    }
  }
  EXPECT_NEAR(static_cast<double>(colliding) / static_cast<double>(provisions), 0.05, 0.01);
}

TEST(World, OneSendersNumbersCollideWithTheNewOnes) {
  std::set<std::string> fresh_numbers;
  const auto all = people(settings(5'000, 1));
  for (const Person& person : all) {
    for (const Fresh& one : person.fresh) fresh_numbers.insert(one.id);
  }
  std::size_t colliding = 0;
  for (const Person& person : all) {
    for (const Old& old : person.old) colliding += fresh_numbers.contains(old.id) ? 1 : 0;
  }
  EXPECT_NEAR(static_cast<double>(colliding), 250, 60);
}

// How often each dial touched, as a share of what it is a share of.
TEST(World, DialsTouchTheirShare) {
  Settings wide = settings(60'000);
  for (const auto& [dial, share] :
       {std::pair(Dial::recoded, 200'000U), std::pair(Dial::shifted, 100'000U), std::pair(Dial::swapped, 50'000U), std::pair(Dial::dropped, 60'000U),
        std::pair(Dial::ended, 70'000U), std::pair(Dial::ended_since, 80'000U), std::pair(Dial::split, 90'000U), std::pair(Dial::joined, 100'000U),
        std::pair(Dial::twins, 110'000U), std::pair(Dial::added, 120'000U), std::pair(Dial::late, 130'000U), std::pair(Dial::wrong_bsn, 140'000U)})
    wide.dials.set(dial, share);
  std::array<double, dial_count> touched{}, fresh_touched{};
  double provisions = 0, alone = 0, alone_single = 0, persons = 0, wrong = 0;
  for (const Person& person : people(wide)) {
    ++persons;
    wrong += person.bsn != person.new_bsn ? 1 : 0;
    for (const Old& old : person.old) {
      ++provisions;
      const bool goes_on = old.fate == Fate::same && !old.dials.has(Dial::ended_since);
      alone += goes_on ? 1 : 0;
      alone_single += goes_on && !old.dials.has(Dial::twins) ? 1 : 0;
      for (std::size_t i = 0; i < dial_count; ++i) touched[i] += old.dials.has(static_cast<Dial>(i)) ? 1 : 0;
    }
    for (const Fresh& fresh : person.fresh) {
      for (std::size_t i = 0; i < dial_count; ++i) fresh_touched[i] += fresh.dials.has(static_cast<Dial>(i)) ? 1 : 0;
    }
  }
  const auto share = [&](Dial dial, double of) { return touched[static_cast<std::size_t>(dial)] / of; };
  EXPECT_NEAR(share(Dial::recoded, alone), 0.20, 0.01);
  EXPECT_NEAR(share(Dial::shifted, alone), 0.10, 0.01);
  EXPECT_NEAR(share(Dial::swapped, alone_single), 0.05, 0.01);
  EXPECT_NEAR(share(Dial::dropped, provisions), 0.06, 0.005);
  EXPECT_NEAR(share(Dial::ended, provisions), 0.07, 0.005);
  EXPECT_NEAR(share(Dial::ended_since, provisions), 0.08, 0.005);
  EXPECT_NEAR(share(Dial::split, provisions), 0.09, 0.005);
  EXPECT_NEAR(share(Dial::joined, provisions), 0.10, 0.006);
  EXPECT_NEAR(share(Dial::twins, provisions), 0.11, 0.006);
  EXPECT_NEAR(share(Dial::collisions, provisions), 0.05, 0.005);
  EXPECT_NEAR(fresh_touched[static_cast<std::size_t>(Dial::added)] / provisions, 0.12, 0.006);
  EXPECT_NEAR(fresh_touched[static_cast<std::size_t>(Dial::late)] / provisions, 0.13, 0.006);
  EXPECT_NEAR(wrong / persons, 0.14, 0.01);
}

TEST(World, DialsAtNothingTouchNothing) {
  Settings still = settings(2'000);
  still.dials = Dials::none();
  for (const Person& person : people(still)) {
    EXPECT_EQ(person.bsn, person.new_bsn);
    ASSERT_EQ(person.links.size(), person.old.size());
    for (const Became& link : person.links) {
      EXPECT_EQ(person.old[link.old].facts, person.fresh[link.fresh].facts);
      EXPECT_TRUE(person.old[link.old].dials.empty());
    }
  }
}

void expect_one_to_one(const Old& old, const Fresh& fresh, Date last_day) {
  const Facts &was = old.facts, &is = fresh.facts;
  EXPECT_EQ(was.type != is.type, old.dials.has(Dial::recoded));
  EXPECT_EQ(was.goal, is.goal);
  if (old.dials.has(Dial::shifted)) {
    const int days = std::abs(is.start.day_number() - was.start.day_number());
    EXPECT_TRUE(days >= 1 && days <= 3) << days;
  } else if (old.dials.has(Dial::swapped)) {
    EXPECT_EQ(is.start, *Date::from_parts(was.start.year(), was.start.day(), was.start.month()));
    EXPECT_NE(is.start, was.start);
  } else {
    EXPECT_EQ(is.start, was.start);
  }
  EXPECT_LE(is.start, last_day);
  if (old.dials.has(Dial::ended_since))
    EXPECT_EQ(is.end->month(), 1);
  else
    EXPECT_EQ(was.end, is.end);
}

TEST(World, LinksAreWhatTheirRelationSays) {
  Settings many = settings(20'000);
  many.dials.set(Dial::split, 50'000);
  many.dials.set(Dial::joined, 50'000);
  many.dials.set(Dial::twins, 50'000);
  many.dials.set(Dial::swapped, 50'000);
  const World world(many);
  const Date last_day = world.circumstances().last().last_day();
  std::map<Fate, std::size_t> seen;
  world.for_each_person([&](const Person& person) {
    std::vector<std::vector<std::size_t>> became(person.old.size()), came_of(person.fresh.size());
    for (const Became& link : person.links) {
      became[link.old].push_back(link.fresh);
      came_of[link.fresh].push_back(link.old);
    }
    for (std::size_t i = 0; i < person.old.size(); ++i) {
      const Old& old = person.old[i];
      ++seen[old.fate];
      EXPECT_LE(old.facts.start, last_day);
      const bool ended = old.facts.end && *old.facts.end <= last_day;
      switch (old.fate) {
        case Fate::same:
          ASSERT_EQ(became[i].size(), 1U);
          EXPECT_EQ(came_of[became[i][0]].size(), 1U);
          expect_one_to_one(old, person.fresh[became[i][0]], last_day);
          EXPECT_FALSE(ended);
          break;
        case Fate::split: {
          ASSERT_EQ(became[i].size(), 2U);
          EXPECT_TRUE(old.facts.type == coaching || old.facts.type == training);
          std::set<int> types;
          for (const std::size_t fresh : became[i]) {
            types.insert(person.fresh[fresh].facts.type);
            EXPECT_EQ(person.fresh[fresh].facts.start, old.facts.start);
          }
          EXPECT_EQ(types, (std::set<int>{coaching, training}));
          break;
        }
        case Fate::joined: {
          ASSERT_EQ(became[i].size(), 1U);
          const auto& parts = came_of[became[i][0]];
          ASSERT_EQ(parts.size(), 2U);
          const Facts &first = person.old[parts[0]].facts, &second = person.old[parts[1]].facts, &whole_one = person.fresh[became[i][0]].facts;
          EXPECT_EQ(first.type, second.type);
          EXPECT_EQ(whole_one.start, std::min(first.start, second.start));
          if (first.start != second.start) {
            EXPECT_EQ(first.end->day_number() + 1, second.start.day_number());
          }
          break;
        }
        case Fate::ended:
          EXPECT_TRUE(became[i].empty());
          EXPECT_TRUE(ended && *old.facts.end >= world.circumstances().last().first_day());
          break;
        case Fate::ended_since:
          EXPECT_TRUE(became[i].empty() && !ended);
          EXPECT_FALSE(old.facts.end);
          break;
        case Fate::dropped: EXPECT_TRUE(became[i].empty() && !ended); break;
      }
    }
    for (std::size_t i = 0; i < person.fresh.size(); ++i) {
      const Fresh& fresh = person.fresh[i];
      EXPECT_EQ(came_of[i].empty(), fresh.origin != NewOrigin::old);
      EXPECT_EQ(fresh.facts.start > last_day, fresh.origin == NewOrigin::started);
    }
  });
  EXPECT_EQ(seen.size(), 6U);
}

TEST(World, TypesAreMixedAsStatLineTells) {
  std::map<int, double> count;
  double all = 0;
  for (const Person& person : people(settings(50'000))) {
    for (const Old& old : person.old) {
      ++count[old.facts.type];
      ++all;
    }
  }
  EXPECT_NEAR(count[10] / all, 33'460.0 / 234'220, 0.01);
  EXPECT_NEAR(count[20] / all, 6'980.0 / 234'220, 0.005);
  EXPECT_EQ(count.size(), types.size());
}

}  // namespace
}  // namespace srgconv::synthesize
