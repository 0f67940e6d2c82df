// The order of keys.
#include "reconcile/key_order.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

TEST(KeyOrder, IsThatOfKeys) {
  std::mt19937 chance(4);
  std::vector<Provision> all;
  for (const char* numbering : {"0398@-", "0398@202101", "0416@-", "04@-"}) {
    for (const char* id : {"1", "10", "2", "LONGNUMBER", "LONGNUMBER1", "LONGNUMBER0", "LONGNUMB", "LONG\xC3\xA9"}) {
      all.push_back(cases::provision(fmt::format("{}/{} 123456782 22 2021-03-01", numbering, id)));
    }
  }
  std::vector<ProvisionKey> expected;
  for (const Provision& one : all) expected.push_back(one.key);
  std::sort(expected.begin(), expected.end());
  for (int round = 0; round < 5; ++round) {
    CodeNumbers numbers;
    Provisions provisions;
    for (const Provision& one : all) provisions.add(one, numbers);
    std::vector<ProvisionKey> found;
    for (const std::uint32_t index : in_key_order(provisions)) found.push_back(provisions.key(index));
    EXPECT_EQ(found, expected);
    std::shuffle(all.begin(), all.end(), chance);
  }
}

}  // namespace
}  // namespace srgconv::reconcile
