// A row about which there is nothing to say is mapped without allocating.
#include "support/counted_allocations.hpp"

#include <gtest/gtest.h>

#include "map/map.hpp"
#include "support/test_rules.hpp"

namespace srgconv::map {
namespace {

const std::string mapping_text = R"(
format export : csv {
  separator ';'; header yes
  columns NR, BSN, SOORT, "DATUM IN", "DATUM UIT", DOEL, LOON, STATUS, OPMERKING
}
codes soort { 'LKS' => 'wage-cost-subsidy' as role; 'participatieplaats' => '22'; 'COACH' => '40'; else reject because 'unknown type' }
mapping provisions from export to provision {
  skip when STATUS = 'TEST' ignoring case because 'a reason that does not fit into a short string, so that a copy of it would allocate'
  reject when STATUS in ('fout', 'stuk') because 'marked as wrong'
  bsn = pad_left(digits(BSN), 9, '0')
  id = NR & '-' & substring(SOORT, 1, 1) & sender
  type = soort[SOORT]
  start = date("DATUM IN", 'dd-mm-yyyy')
  end = date("DATUM UIT", 'dd-mm-yyyy') + 1 month when "DATUM UIT" is not empty
  goal = case(DOEL matches '[12]' => DOEL, else reject because 'no goal')
  wage_value = decimal(LOON, ',') + 1 when this.type.role = 'wage-cost-subsidy'
  description = trim(OPMERKING) & ' ' & STATUS
  split when SOORT = 'COACH' into { id = this.id & 'A'; type = '40' } { id = this.id & 'B'; type = '42' }
}
)";

TEST(Allocation, none_for_a_row_of_the_common_kind) {
  test::TestPack pack;
  const auto rules = test::parse_right(mapping_text, pack);
  ASSERT_TRUE(rules);
  const SenderCode sender = *SenderCode::parse("0398");
  Mapper mapper({*rules->mapping("provisions"), {sender, ReportMonth::from_parts(2021, 12)}, {sender, {}}, pack.codes});
  const std::string free_text(300, 'x');
  std::vector<SourceRecord> records;
  for (const auto& [kind, status] :
       {std::pair{"LKS", "a"}, {"participatieplaats", "loopt nog tot het einde"}, {"COACH", "b"}, {"LKS", "Test"}, {"LKS", "fout"}}) {
    SourceRecord& record = records.emplace_back();
    for (const std::string& cell : {std::string("1001"), std::string("1234.56.782"), std::string(kind), std::string("01-03-2021"), std::string("31-08-2021"),
                                    std::string("1"), std::string("45,5"), std::string(status), " " + free_text})
      record.values.push_back({cell, true, 1});
  }
  RecordRow row;
  const auto rounds = [&](int times) {
    std::size_t provisions = 0;
    for (int i = 0; i < times; ++i) {
      for (const SourceRecord& record : records) {
        row.look_at(record);
        provisions += mapper.view(row).provisions.size();
      }
    }
    return provisions;
  };
  EXPECT_EQ(rounds(3), 3U * 4U);  // warming up: memory is taken that is used again
  const std::size_t before = test::allocations;
  const std::size_t provisions = rounds(1000);
  EXPECT_EQ(test::allocations - before, 0U);
  EXPECT_EQ(provisions, 1000U * 4U);
}

// The counter counts: a row that is rejected has a message, and that has memory of its own.
TEST(Allocation, some_for_a_row_with_a_message) {
  test::TestPack pack;
  const auto rules = test::parse_right(mapping_text, pack);
  ASSERT_TRUE(rules);
  const SenderCode sender = *SenderCode::parse("0398");
  Mapper mapper({*rules->mapping("provisions"), {sender, {}}, {sender, {}}, pack.codes});
  SourceRecord record;
  for (const char* cell : {"1001", "123456782", "LKS", "31-02-2021", "", "1", "", "a", ""}) record.values.push_back({cell, true, 1});
  RecordRow row;
  row.look_at(record);
  EXPECT_EQ(mapper.view(row).outcome, RowOutcome::rejected);
  const std::size_t before = test::allocations;
  EXPECT_EQ(mapper.view(row).why->code, "MAP-003");
  EXPECT_GT(test::allocations, before);
}

}  // namespace
}  // namespace srgconv::map
