// A mapper gives what map_record() gives, as a row and as a view, for every record and whatever came before.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "map/map.hpp"
#include "support/test_rules.hpp"

namespace srgconv::map {
namespace {

const std::string mapping_text = R"(
format export : csv {
  separator ';'; header yes
  columns NR, BSN, SOORT, VAN, TOT, DOEL, LOON, STATUS
}
codes soort { 'LKS' => 'wage-cost-subsidy' as role; 'PPL' => '22'; 'COACH' => '40'; 'OUD' => '99'; else reject because 'unknown type' }
mapping provisions from export to provision {
  skip when STATUS = 'test' ignoring case because 'test provision'
  skip when NR starts with 'T' and STATUS is empty because 'two columns'
  reject when trim(STATUS) in ('fout', 'stuk') because 'marked as wrong'
  bsn = pad_left(digits(BSN), 9, '0')
  id = NR & '-' & sender
  type = soort[SOORT]
  start = date(VAN, 'dd-mm-yyyy')
  end = date(TOT, 'dd-mm-yyyy') when TOT is not empty
  goal = case(DOEL matches '[12]' => DOEL, STATUS = 'stuk' => '2', else reject because 'no goal')
  wage_value = decimal(LOON, ',') + 1 when this.type.role = 'wage-cost-subsidy'
  split when SOORT = 'COACH' into { id = this.id & 'A'; type = '40' } { id = this.id & 'B'; type = '42' }
}
)";

// Everything that a caller can see of a row.
std::string shown(const MappedRow& row) {
  std::string text = fmt::format("{} {}:{}", static_cast<int>(row.outcome), row.rule.file, row.rule.line);
  if (row.outcome != RowOutcome::used) {
    text += fmt::format(" {} {}:{}", row.why.code, row.why.primary.line, row.why.primary.column);
    for (const auto& [name, value] : row.why.arguments) text += fmt::format(" {}={}", name, value);
  }
  for (const MappedProvision& made : row.provisions) {
    const Provision& p = made.provision;
    text += fmt::format(" [{} {} {} {} {} {} {} {} {} {}]", p.key.text(), p.bsn.reveal(), p.type, p.start.text(), p.end ? p.end->text() : "-", p.goal,
                        p.work_capacity, p.wage_value ? p.wage_value->text() : "-", p.description, made.rule.line);
  }
  return text;
}

std::string shown(const RowView& row) {
  std::string text = fmt::format("{} {}:{}", static_cast<int>(row.outcome), row.rule->file, row.rule->line);
  if (row.outcome != RowOutcome::used) {
    text += fmt::format(" {} {}:{}", row.why->code, row.why->primary.line, row.why->primary.column);
    for (const auto& [name, value] : row.why->arguments) text += fmt::format(" {}={}", name, value);
  }
  for (const ProvisionView& p : row.provisions) {
    text += fmt::format(" [0398@-/{} {} {} {} {} {} {} {} {} {}]", p.id, p.bsn.reveal(), p.type, p.start.text(), p.end ? p.end->text() : "-", p.goal,
                        p.work_capacity, p.wage_value ? p.wage_value->text() : "-", p.description, p.rule->line);
  }
  return text;
}

class Mapping : public testing::Test {
 protected:
  Mapping() : rules_(test::parse_right(mapping_text, pack_)) {}

  Context context() const {
    const SenderCode sender = *SenderCode::parse("0398");
    return {*rules_->mapping("provisions"), {sender, ReportMonth::from_parts(2021, 12)}, {sender, {}}, pack_.codes};
  }
  static SourceRecord record(const std::vector<std::string>& cells) {
    SourceRecord result;
    result.line = 7;
    for (const std::string& cell : cells) result.values.push_back({cell, true, 7});
    return result;
  }

  test::TestPack pack_;
  std::optional<rules::RuleSet> rules_;
};

RC_GTEST_FIXTURE_PROP(Mapping, maps_rightly, ()) {
  const auto one_of = [](std::vector<std::string> usual) {
    return rc::gen::oneOf(rc::gen::elementOf(usual), rc::gen::elementOf(usual), rc::gen::container<std::string>(rc::gen::inRange(' ', '~')));
  };
  Mapper mapper(context());
  const int rows = *rc::gen::inRange(1, 60);
  for (int i = 0; i < rows; ++i) {
    const SourceRecord given =
        record({*one_of({"77-1", "T1", "", "80"}), *one_of({"123456782", "123456789", "", "111.222.333"}), *one_of({"LKS", "PPL", "COACH", "OUD", "X"}),
                *one_of({"01-03-2021", "31-02-2021", "", "1-3-2021", "00-03-2021"}), *one_of({"", "31-12-2021", "00-00-2021"}), *one_of({"1", "2", "9", ""}),
                *one_of({"45,5", "", "100", "x"}), *one_of({"", "test", "TEST", "fout", " stuk "})});
    const std::string expected = shown(map_record(context(), given));
    RC_ASSERT(shown(mapper.map(given)) == expected);
    RecordRow row;
    row.look_at(given);
    RC_ASSERT(shown(mapper.view(row)) == expected);
    RC_ASSERT(shown(mapper.map(row)) == expected);
    const bool misspelt = map_record(context(), given).misspelt.has_value();
    RC_ASSERT(mapper.map(row).misspelt.has_value() == misspelt);
    RC_ASSERT(mapper.map(given).misspelt.has_value() == misspelt);
  }
}

// Many different texts, and long ones.
TEST_F(Mapping, maps_many_rows_rightly) {
  Mapper mapper(context());
  for (int i = 0; i < 60000; ++i) {
    const Date day = Date::from_day_number(i < 50000 ? i : i % 5);
    const SourceRecord given =
        record({"A" + std::to_string(i), "123456782", i % 3 == 0 ? "LKS" : "PPL", fmt::format("{:02}-{:02}-{:04}", day.day(), day.month(), day.year()), "", "1",
                fmt::format("{},5", i % 20000), std::string(static_cast<std::size_t>(i % 20), 'x')});
    ASSERT_EQ(shown(mapper.map(given)), shown(map_record(context(), given))) << i;
  }
}

// A row that was moved from leaves nothing behind in the next one.
TEST_F(Mapping, a_row_may_be_moved_from) {
  Mapper mapper(context());
  const SourceRecord skipped = record({"1", "123456782", "PPL", "01-03-2021", "", "", "", "test"});
  const SourceRecord used = record({"2", "123456782", "COACH", "01-03-2021", "", "", "", ""});
  for (const SourceRecord& given : {skipped, used, used, skipped, used}) {
    const MappedRow taken = std::move(mapper.map(given));
    EXPECT_EQ(shown(taken), shown(map_record(context(), given)));
  }
}

}  // namespace
}  // namespace srgconv::map
