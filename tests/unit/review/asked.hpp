// A workspace with open provisions for the tests of what people are asked; its folder is gone afterwards.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "review/review.hpp"
#include "support/test_folder.hpp"
#include "write/write.hpp"

namespace srgconv::review {

inline const std::string pseudonym_key = "a key for tests";

inline ProvisionKey key(const std::string& text) { return ProvisionKey::parse(text).value(); }
inline Bsn bsn(const std::string& text) { return Bsn::parse(text).bsn.value(); }
inline std::string person(const std::string& text) { return write::pseudonym(bsn(text), pseudonym_key); }

inline Provision provision(const std::string& key_text, const std::string& bsn_text, std::int32_t start = 20210301) {
  return {.key = key(key_text),
          .bsn = bsn(bsn_text),
          .type = "22",
          .start = Date::from_packed(start).value(),
          .end = std::nullopt,
          .goal = "1",
          .work_capacity = "",
          .wage_value = std::nullopt,
          .description = "never shown"};
}

class Asked : public testing::Test {
 protected:
  Asked() : workspace_(std::make_unique<store::Workspace>(store::Workspace::create(folder_.path() / "workspace.sqlite"))) {
    codes_.add(CodeList("type", {{"22", "Participatieplaats", "", "", 24, {}, {}, "test"}, {"40", "Coaching; groep", "", "", {}, {}, {}, "test"}}));
    workspace_->begin();
  }
  ~Asked() override { workspace_.reset(); }

  std::uint32_t add_source(store::Side side, const std::string& numbering, const std::string& month_text, const std::string& name) {
    const Numbering parsed = Numbering::parse(numbering).value();
    return workspace_->add_source({.side = side,
                                   .sender = parsed.sender,
                                   .numbering = parsed,
                                   .name = name,
                                   .sha256 = "",
                                   .month = ReportMonth::parse(month_text),
                                   .format = "f",
                                   .mapping = "levering"});
  }
  void tell(std::uint32_t source, store::Side side, const std::string& month_text, const Provision& told) {
    const auto row = workspace_->add_row({.source = source, .line = 1, .rule = "r"});
    workspace_->add_state(side, row, ReportMonth::parse(month_text).value(), {told, {source, 1, "", "r"}});
  }
  void old_provision(const Provision& told) { tell(old_source_, store::Side::old_delivered, "2021-12", told); }
  void new_provision(const Provision& told) { tell(new_source_, store::Side::new_delivered, "2022-01", told); }

  std::string list() const {
    write_list(*workspace_, codes_, folder_.path() / "review.csv", pseudonym_key);
    return folder_.read("review.csv");
  }
  std::vector<Line> lines() const {
    std::vector<Line> result;
    for_each_line(*workspace_, codes_, pseudonym_key, Language::nl, [&](const Line& line) { result.push_back(line); });
    return result;
  }

  test::TestFolder folder_;
  CodeLists codes_;
  std::unique_ptr<store::Workspace> workspace_;
  std::uint32_t old_source_ = add_source(store::Side::old_delivered, "0398@-", "2021-12", "sent/0398.xml");
  std::uint32_t new_source_ = add_source(store::Side::new_delivered, "1980@202201", "2022-01", "1980.xml");
};

}  // namespace srgconv::review
