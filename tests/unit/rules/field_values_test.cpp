// Reading and writing values of fields.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "unit/rules/fake_imports.hpp"

namespace srgconv::rules::testing {
namespace {

const CodeLists lists = small_lists();

Field field(ValueType type, const char* pattern = nullptr) {
  Field result;
  result.name = "veld";
  result.type = type;
  if (pattern != nullptr) result.pattern = DatePattern::compile(pattern);
  return result;
}

std::string read(const Field& of, const char* text) {
  const auto result = read_value(of, {text, true, 0}, lists);
  if (const auto* fault = std::get_if<Diagnostic>(&result)) return fault->code;
  const Value& value = std::get<Value>(result);
  if (is_empty(value)) return "empty";
  if (const auto* held = std::get_if<std::string>(&value)) return *held;
  if (const auto* number = std::get_if<Decimal>(&value)) return number->text();
  if (const auto* date = std::get_if<Date>(&value)) return date->text();
  return std::get<ReportMonth>(value).text();
}

TEST(ReadValue, OfEveryType) {
  EXPECT_EQ(read(field(ValueType::text), " a "), " a ");
  EXPECT_EQ(read(field(ValueType::date, "yyyymmdd"), "20210301"), "2021-03-01");
  EXPECT_EQ(read(field(ValueType::date, "yyyymmdd"), "20210300"), "MAP-004");
  EXPECT_EQ(read(field(ValueType::date, "yyyymmdd"), "20210231"), "MAP-003");
  EXPECT_EQ(read(field(ValueType::date, "yyyymmdd"), "2021-03-01"), "MAP-002");
  EXPECT_EQ(read(field(ValueType::month, "yyyymm"), "202113"), "MAP-007");
  EXPECT_EQ(read(field(ValueType::month, "yyyymm"), "202112"), "2021-12");
  EXPECT_EQ(read(field(ValueType::number), "12"), "12");
  EXPECT_EQ(read(field(ValueType::number), "12.5"), "MAP-009");
  EXPECT_EQ(read(field(ValueType::number), "twaalf"), "MAP-005");
}

TEST(ReadValue, EmptyAndAbsent) {
  Field required = field(ValueType::text);
  EXPECT_EQ(read(required, ""), "MAP-001");
  EXPECT_TRUE(std::holds_alternative<Diagnostic>(read_value(required, {"", false, 0}, lists)));
  required.optional = true;
  EXPECT_EQ(read(required, ""), "empty");
}

TEST(Roles, AreCodesInTheFile) {
  Field relation = field(ValueType::text);
  relation.role_list = "relation";
  EXPECT_EQ(read(relation, "gelijk"), "same");
  EXPECT_EQ(read(relation, "same"), "MAP-006");
  EXPECT_EQ(write_value(relation, std::string("split"), lists), "gesplitst");
  EXPECT_EQ(write_value(relation, std::string("gelijk"), lists), std::nullopt);
}

TEST(WriteValue, RefusesWhatReadingWouldNotTakeBack) {
  EXPECT_EQ(write_value(field(ValueType::date, "yyyymmdd"), *Date::from_parts(2021, 3, 0), lists), std::nullopt);
  EXPECT_EQ(write_value(field(ValueType::number), *Decimal::parse("1.5"), lists), std::nullopt);
  EXPECT_EQ(write_value(field(ValueType::number), std::string("1"), lists), std::nullopt);
  EXPECT_EQ(write_value(field(ValueType::text), Value{}, lists), std::nullopt);
}

TEST(RoundTrip, Decimals) {
  EXPECT_TRUE(rc::check("what is written is read back", [] {
    Field number = field(ValueType::number);
    number.decimals = *rc::gen::inRange(0, 5);
    std::int64_t scale = 10000;
    for (int i = 0; i < number.decimals; ++i) scale /= 10;
    const Value value = Decimal::from_units(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000) * scale);
    const auto written = write_value(number, value, lists);
    RC_ASSERT(written.has_value());
    RC_ASSERT(std::get<Value>(read_value(number, {*written, true, 0}, lists)) == value);
  }));
}

TEST(RoundTrip, DatesAndMonths) {
  EXPECT_TRUE(rc::check("what is written is read back", [] {
    Field date = field(ValueType::date, (*rc::gen::elementOf(std::vector<std::string>{"yyyymmdd", "dd-mm-yyyy", "d/m/yyyy"})).c_str());
    date.partial = true;
    const int year = *rc::gen::inRange(1, 10000), month = *rc::gen::inRange(0, 13), day = *rc::gen::inRange(0, 32);
    const auto made = Date::from_parts(year, month, day);
    RC_PRE(made.has_value());
    const auto written = write_value(date, *made, lists);
    RC_ASSERT(written.has_value());
    RC_ASSERT(std::get<Value>(read_value(date, {*written, true, 0}, lists)) == Value(*made));
    const Field whole = field(ValueType::month, "yyyymm");
    const Value report = *ReportMonth::from_parts(year, std::max(month, 1));
    RC_ASSERT(std::get<Value>(read_value(whole, {*write_value(whole, report, lists), true, 0}, lists)) == report);
  }));
}

TEST(PlainText, IsWhatARuleAuthorWritesBetweenQuotes) {
  EXPECT_EQ(plain_text(Value{}), "");
  EXPECT_EQ(plain_text(Value{std::string("same")}), "same");
  EXPECT_EQ(plain_text(Value{*Decimal::parse("45.50")}), "45.5");
  EXPECT_EQ(plain_text(Value{*Date::from_parts(2021, 3, 0)}), "2021-03-??");
  EXPECT_EQ(plain_text(Value{*ReportMonth::from_parts(2022, 1)}), "2022-01");
  EXPECT_EQ(plain_text(Value{true}), "yes");
}

}  // namespace
}  // namespace srgconv::rules::testing
