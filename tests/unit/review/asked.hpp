// A workspace with open provisions for the tests of what people are asked; its folder is gone afterwards.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "review/review.hpp"
#include "support/provisions.hpp"
#include "support/test_folder.hpp"
#include "write/write.hpp"

namespace srgconv::review {

inline const std::string pseudonym_key = "a key for tests";

using test::bsn;
using test::key;
using test::provision;
inline std::string person(const std::string& text) { return write::pseudonym(bsn(text), pseudonym_key); }

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
