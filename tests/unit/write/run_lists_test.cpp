// The lists of a run, sign by sign; and that no BSN stands in them in any spelling.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <unistd.h>
#include "support/provisions.hpp"

#include "store/store.hpp"
#include "write/write.hpp"

namespace srgconv::write {
namespace {

using store::RowOutcome;
using store::Side;
using store::Workspace;

const std::string pseudonym_key = "a key for tests";
const std::string mark = "\xEF\xBB\xBF";
const std::vector<std::string> bsns{"123456782", "012345672", "111222333", "444444440"};

using test::bsn;
using test::key;
using test::provision;
ReportMonth month(const std::string& text) { return ReportMonth::parse(text).value(); }
std::string person(const std::string& text) { return pseudonym(bsn(text), pseudonym_key); }

class RunLists : public testing::Test {
 protected:
  RunLists() : folder_(std::filesystem::temp_directory_path() / ("srgconv-lists-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    workspace_ = std::make_unique<Workspace>(Workspace::create(folder_ / "workspace.sqlite"));
    workspace_->begin();
  }
  ~RunLists() override {
    workspace_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::uint32_t add_source(Side side, const std::string& numbering, const std::string& month_text, const std::string& name,
                           const std::string& mapping = "levering") {
    const Numbering parsed = Numbering::parse(numbering).value();
    return workspace_->add_source({.side = side,
                                   .sender = parsed.sender,
                                   .numbering = parsed,
                                   .name = name,
                                   .sha256 = "",
                                   .month = month(month_text),
                                   .format = "f",
                                   .mapping = mapping});
  }
  void tell(std::uint32_t source, Side side, const std::string& month_text, const Provision& told) {
    const auto row = workspace_->add_row({.source = source, .line = 1, .rule = "r"});
    workspace_->add_state(side, row, month(month_text), {told, {source, 1, "", "r"}});
  }
  void fate(const std::string& key_text, const std::string& name, bool old_side = true) { workspace_->add_fate({old_side, key(key_text), name, "because"}); }
  void link(const std::string& old_key, const std::string& new_key) {
    workspace_->add_link({key(old_key), key(new_key), "same", "equal", "accepted", "case.rules:9", "bsn =", {}});
  }

  std::string translation_table() {
    write_translation_table(*workspace_, folder_ / "vertaaltabel.csv");
    return read("vertaaltabel.csv");
  }
  std::string rows(RowOutcome outcome, const std::map<std::string, const rules::Mapping*>& mappings) {
    write_rows(*workspace_, outcome, folder_ / "rows.csv", mappings, pseudonym_key);
    return read("rows.csv");
  }

  std::unique_ptr<Workspace> workspace_;

 private:
  std::string read(const std::string& name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::filesystem::path folder_;
};

struct ColumnUse {
  std::string name;
  bool used = true, personal = false, described = false;
};
rules::Mapping mapping_of(const std::vector<ColumnUse>& columns) {
  auto format = std::make_shared<rules::Format>();
  rules::Mapping mapping;
  for (const ColumnUse& column : columns) {
    format->fields.push_back({.name = column.name});
    mapping.column_used.push_back(column.used);
    mapping.column_personal.push_back(column.personal);
    mapping.column_described.push_back(column.described);
  }
  mapping.format = format;
  return mapping;
}

void expect_no_bsn(const std::string& list) {
  for (const std::string& nine : bsns) {
    std::vector<std::string> spellings{nine};
    for (const std::string sign : {".", " ", "-"}) {
      spellings.push_back(nine.substr(0, 3) + sign + nine.substr(3, 3) + sign + nine.substr(6));
      spellings.push_back(nine.substr(0, 4) + sign + nine.substr(4, 2) + sign + nine.substr(6));
    }
    if (nine.front() == '0') spellings.push_back(nine.substr(1));
    for (const std::string& spelling : spellings) EXPECT_EQ(list.find(spelling), std::string::npos) << spelling << " in\n" << list;
  }
}

const std::string translation_header = mark + "old_sender;old_id;new_sender;new_id;relation;proof;status;old_numbering;new_numbering;steps\r\n";

TEST_F(RunLists, TranslationTableHasALinePerLinkAndPerFateThatIsNotLinked) {
  for (const auto& [id, name] : {std::pair{"0416@-/5", "stays"},
                                 {"0398@-/1", "linked"},
                                 {"0398@-/10", "open"},
                                 {"0398@-/2", "ended-since"},
                                 {"0398@-/3", "dropped"},
                                 {"0398@-/4", "ended"},
                                 {"0398@-/9", "linked"}}) {
    fate(id, name);
  }
  fate("1980@202201/H1", "linked", false);
  fate("1980@202201/H7", "unexplained", false);
  link("0398@-/9", "1980@202201/H9");
  link("0398@-/1", "1980@202201/H1");
  link("0398@-/1", "1980@202201/=H0");  // a key: no guard
  EXPECT_EQ(translation_table(), translation_header +
                                     "0398;1;1980;=H0;same;equal;accepted;0398@-;1980@202201;1\r\n"
                                     "0398;1;1980;H1;same;equal;accepted;0398@-;1980@202201;1\r\n"
                                     "0398;10;;;open;;review;0398@-;;1\r\n"
                                     "0398;2;;;ended-since;;to-do;0398@-;;1\r\n"
                                     "0398;3;;;dropped;;;0398@-;;1\r\n"
                                     "0398;4;;;ended;;;0398@-;;1\r\n"
                                     "0398;9;1980;H9;same;equal;accepted;0398@-;1980@202201;1\r\n"
                                     "0416;5;;;stays;;;0416@-;;1\r\n");
}

TEST_F(RunLists, TranslationTableHasWhatLinksOfSeveralTransitionsComposeTo) {
  const auto earlier = [&](const std::string& old_key, const std::string& new_key, const std::string& relation) {
    const auto fresh = new_key.empty() ? std::nullopt : std::optional(key(new_key));
    workspace_->add_earlier({key(old_key), fresh, relation, month("2020-01"), "eerder.xml", 9, bsn("123456782"), bsn("123456782")});
  };
  earlier("0398@-/B", "0398@202001/2", "same");
  earlier("0398@-/A123456782", "0398@202001/1", "same");  // holds its own BSN
  earlier("0398@-/C", "0398@202001/3", "joined");
  earlier("0398@-/D", "0398@202001/3", "joined");
  earlier("0398@-/E", "", "ended");
  earlier("0398@-/F", "0398@202001/6", "same");
  earlier("0398@-/G", "0398@202001/7", "same");  // no provision of this run
  workspace_->begin_transition({"eerst", month("2022-01")});
  for (const auto& [id, name] : {std::pair{"1", "linked"}, {"2", "open"}, {"3", "linked"}, {"6", "stays"}}) fate(std::string("0398@202001/") + id, name);
  link("0398@202001/1", "1980@202201/H1");
  link("0398@202001/3", "1980@202201/H3");
  workspace_->begin_transition({"dan", month("2023-01")});
  fate("1980@202201/H1", "linked");
  link("1980@202201/H1", "1980@202301/1");
  link("1980@202201/H1", "1980@202301/2");
  EXPECT_EQ(translation_table(), translation_header +
                                     "0398;1;1980;H1;same;equal;accepted;0398@202001;1980@202201;1\r\n"
                                     "0398;2;;;open;;review;0398@202001;;1\r\n"
                                     "0398;3;1980;H3;same;equal;accepted;0398@202001;1980@202201;1\r\n"
                                     "0398;6;;;stays;;;0398@202001;;1\r\n"
                                     "1980;H1;1980;1;same;equal;accepted;1980@202201;1980@202301;1\r\n"
                                     "1980;H1;1980;2;same;equal;accepted;1980@202201;1980@202301;1\r\n"
                                     "0398;A*********;1980;1;split;chain;accepted;0398@-;1980@202301;3\r\n"
                                     "0398;A*********;1980;2;split;chain;accepted;0398@-;1980@202301;3\r\n"
                                     "0398;B;;;open;chain;review;0398@-;;2\r\n"
                                     "0398;C;1980;H3;joined;chain;accepted;0398@-;1980@202201;2\r\n"
                                     "0398;D;1980;H3;joined;chain;accepted;0398@-;1980@202201;2\r\n"
                                     "0398;F;0398;6;same;chain;accepted;0398@-;0398@202001;2\r\n"
                                     "0398;1;1980;1;split;chain;accepted;0398@202001;1980@202301;2\r\n"
                                     "0398;1;1980;2;split;chain;accepted;0398@202001;1980@202301;2\r\n");
}

TEST_F(RunLists, TranslationTableShowsNumbersInTheHistory) {
  const auto source = add_source(Side::old_delivered, "0398@-", "2021-11", "sent/0398.xml");
  tell(source, Side::old_delivered, "2021-11", provision("0398@-/123456782", "123456782"));
  fate("0398@-/2", "ended");
  fate("0398@-/3", "ended");
  fate("0398@-/4", "linked");
  link("0398@-/4", "1980@202201/9");
  for (const char* id : {"2", "123456782", "5"})
    workspace_->add_history_number({key(std::string("0398@-/") + id), key(std::string("1980@202201/H") + id), "r"});
  EXPECT_EQ(translation_table(), translation_header +
                                     "0398;*********;1980;H*********;ended;history;;0398@-;1980@202201;1\r\n"
                                     "0398;2;1980;H2;ended;history;;0398@-;1980@202201;1\r\n"
                                     "0398;3;;;ended;;;0398@-;;1\r\n"
                                     "0398;4;1980;9;same;equal;accepted;0398@-;1980@202201;1\r\n"
                                     "0398;5;1980;H5;ended;history;;0398@-;1980@202201;1\r\n");
}

TEST_F(RunLists, AnEmptyWorkspaceGivesHeaders) {
  EXPECT_EQ(translation_table(), translation_header);
  EXPECT_EQ(rows(RowOutcome::rejected, {}), mark + "sender;file;line;path;code;reason;rule\r\n");
}

TEST_F(RunLists, AKeyThatHoldsItsOwnBsnIsMaskedInEveryListAndNoOtherIs) {
  const auto old_source = add_source(Side::old_delivered, "0398@-", "2021-12", "sent/0398.xml");
  const auto new_source = add_source(Side::new_delivered, "1980@202201", "2022-01", "1980.xml");
  const std::vector<std::pair<std::string, std::string>> told{
      {"H123.456.782-7", "123456782"}, {"T12345672", "012345672"}, {"0012345672", "012345672"}, {"111222333", "999999990"}};
  for (const auto& [id, bsn_text] : told) {
    tell(old_source, Side::old_delivered, "2021-12", provision("0398@-/" + id, bsn_text));
    tell(new_source, Side::new_delivered, "2022-01", provision("1980@202201/N" + id, bsn_text));
    fate("0398@-/" + id, "linked");
    link("0398@-/" + id, "1980@202201/N" + id);
  }
  EXPECT_EQ(translation_table(), translation_header +
                                     "0398;0*********;1980;N0*********;same;equal;accepted;0398@-;1980@202201;1\r\n"
                                     "0398;111222333;1980;N111222333;same;equal;accepted;0398@-;1980@202201;1\r\n"
                                     "0398;H*********-7;1980;NH*********-7;same;equal;accepted;0398@-;1980@202201;1\r\n"
                                     "0398;T*********;1980;NT*********;same;equal;accepted;0398@-;1980@202201;1\r\n");
}

TEST_F(RunLists, RowsShowTheUnionOfTheColumnsThatRulesUse) {
  const rules::Mapping a = mapping_of({{"CLIENTNR"}, {"BSN", true, true}, {"OPMERKING", false}, {"line"}});
  const rules::Mapping b = mapping_of({{"GEB", true, true}, {"OPMERKING"}, {"CLIENTNR", false}});
  const rules::Mapping other = mapping_of({{"ONLY SKIPPED"}});
  const auto source_a = add_source(Side::old_export, "0398@-", "2021-12", "a.csv", "a");
  const auto skipped = add_source(Side::old_export, "0398@-", "2021-11", "x.csv", "other");
  const auto source_b = add_source(Side::old_export, "0416@-", "2021-12", "b;b.csv", "b");
  const auto unknown = add_source(Side::id_list, "0416@-", "2021-12", "ids.csv", "no mapping");
  workspace_->add_row({unknown, 4, "", RowOutcome::rejected, "MAP-004", "vier", "c.rules:1"}, {{"OUD", "Jansen"}});
  workspace_->add_row({source_b, 3, "P[2]", RowOutcome::rejected, "MAP-002", "=drie", "b.rules:7"},
                      {{"GEB", "01-02-1980"}, {"OPMERKING", "+ \"x\""}, {"CLIENTNR", "Jansen"}, {"EXTRA", "Jansen"}});
  workspace_->add_row({source_a, 9, "", RowOutcome::rejected, "MAP-001", "negen", "a.rules:7"},
                      {{"CLIENTNR", "7"}, {"BSN", "123456782"}, {"OPMERKING", "Jansen"}, {"line", "@x"}});
  workspace_->add_row({source_a, 2, "", RowOutcome::rejected, "MAP-001", "twee", "a.rules:7"},
                      {{"CLIENTNR", ""}, {"BSN", ""}, {"OPMERKING", ""}, {"line", ""}});
  workspace_->add_row({skipped, 1, "", RowOutcome::skipped, "MAP-050", "een", "o.rules:1"}, {{"ONLY SKIPPED", "yes"}});
  const std::map<std::string, const rules::Mapping*> mappings{{"a", &a}, {"b", &b}, {"other", &other}};
  EXPECT_EQ(rows(RowOutcome::rejected, mappings), mark + "sender;file;line;path;code;reason;rule;CLIENTNR;BSN;source.line;GEB;OPMERKING\r\n" +
                                                      "0398;a.csv;2;;MAP-001;twee;a.rules:7;;;;;\r\n" +                                  //
                                                      "0398;a.csv;9;;MAP-001;negen;a.rules:7;7;" + person("123456782") + ";'@x;;\r\n" +  //
                                                      "0416;\"b;b.csv\";3;P[2];MAP-002;'=drie;b.rules:7;;;;" +                           //
                                                      pseudonym_of_text("01-02-1980", pseudonym_key) + ";\"'+ \"\"x\"\"\"\r\n" +         //
                                                      "0416;ids.csv;4;;MAP-004;vier;c.rules:1;;;;;\r\n");
  EXPECT_EQ(rows(RowOutcome::skipped, mappings), mark + "sender;file;line;path;code;reason;rule;ONLY SKIPPED\r\n0398;x.csv;1;;MAP-050;een;o.rules:1;yes\r\n");
}

TEST_F(RunLists, RowsNeverShowWhatFeedsTheDescription) {
  const rules::Mapping mapping = mapping_of({{"NR"}, {"OMSCHRIJVING", true, false, true}});
  const auto source = add_source(Side::old_export, "0398@-", "2021-12", "a.csv", "a");
  workspace_->add_row({source, 2, "", RowOutcome::rejected, "MAP-001", "twee", "a.rules:7"}, {{"NR", "7"}, {"OMSCHRIJVING", "gesprek met mevrouw Jansen"}});
  EXPECT_EQ(rows(RowOutcome::rejected, {{"a", &mapping}}), mark + "sender;file;line;path;code;reason;rule;NR\r\n0398;a.csv;2;;MAP-001;twee;a.rules:7;7\r\n");
}

TEST_F(RunLists, RowsHoldNoBsnInAnySpelling) {
  const rules::Mapping mapping = mapping_of({{"NR"}, {"BSN", true, true}, {"TEKST"}, {"VRIJ", false}});
  const auto source = add_source(Side::old_export, "0398@-", "2021-12", "a.csv", "a");
  std::uint32_t line = 0;
  for (const std::string& nine : bsns) {
    std::vector<std::string> spellings{nine, nine.substr(0, 4) + "." + nine.substr(4, 2) + "." + nine.substr(6),
                                       nine.substr(0, 3) + " " + nine.substr(3, 3) + " " + nine.substr(6)};
    if (nine.front() == '0') spellings.push_back(nine.substr(1));
    for (const std::string& spelling : spellings) {
      // In its own column, as text, inside a longer number (which the filter for texts leaves alone), and in the reason.
      workspace_->add_row({source, ++line, "", RowOutcome::rejected, "MAP-001", "nummer " + spelling + "01 van " + spelling, "a.rules:7"},
                          {{"NR", spelling + "01"}, {"BSN", spelling}, {"TEKST", "bsn " + spelling + "!"}, {"VRIJ", spelling}});
    }
  }
  const std::string list = rows(RowOutcome::rejected, {{"a", &mapping}});
  expect_no_bsn(list);
  EXPECT_NE(list.find(";nummer *********01 van *********;a.rules:7;*********01;" + person("123456782") + ";bsn *********!\r\n"), std::string::npos) << list;
  expect_no_bsn(rows(RowOutcome::rejected, {}));
}

TEST_F(RunLists, HaveTheSameBytesBeforeAndAfterFinish) {
  const auto source = add_source(Side::old_delivered, "0398@-", "2021-12", "a.csv");
  tell(source, Side::old_delivered, "2021-12", provision("0398@-/1", "123456782"));
  fate("0398@-/1", "open");
  workspace_->commit();
  const std::string table = translation_table();
  workspace_->finish();
  EXPECT_EQ(translation_table(), table);
}

}  // namespace
}  // namespace srgconv::write
