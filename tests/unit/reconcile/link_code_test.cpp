// Link codes: short, stable, safe in a spreadsheet.
#include <set>

#include <gtest/gtest.h>

#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {
namespace {

TEST(LinkCode, IsALetterAndSevenSigns) {
  std::set<std::string> codes;
  for (int id = 0; id < 20000; ++id) {
    const std::string code = link_code({*Numbering::parse("0363@202201"), std::to_string(id)});
    EXPECT_EQ(code.size(), 8U);
    EXPECT_EQ(code[0], 'L');
    EXPECT_EQ(code.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 1), std::string::npos) << code;
    codes.insert(code);
  }
  EXPECT_EQ(codes.size(), 20000U);
}

TEST(LinkCode, NeverChanges) {  // decision files hold it
  EXPECT_EQ(link_code(*ProvisionKey::parse("0363@202201/1001")), "LXFMTT0G");
  EXPECT_NE(link_code(*ProvisionKey::parse("0363@-/1001")), link_code(*ProvisionKey::parse("0363@202201/1001")));
}

}  // namespace
}  // namespace srgconv::reconcile
