// Invented senders, persons and provisions for the tests of the workspace.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <unistd.h>

#include "store/store.hpp"

namespace srgconv::store {

inline const std::string bsn_1 = "123456782", bsn_2 = "111222333", bsn_with_zero = "012345672";

inline Bsn bsn(std::string_view text) { return Bsn::parse(text).bsn.value(); }
inline ReportMonth month(std::string_view text) { return ReportMonth::parse(text).value(); }
inline Date day(std::int32_t packed) { return Date::from_packed(packed).value(); }
inline ProvisionKey key(std::string_view text) { return ProvisionKey::parse(text).value(); }
inline SenderCode sender(std::string_view text) { return SenderCode::parse(text).value(); }

inline Provision provision(std::string_view key_text, std::string_view bsn_text = bsn_1) {
  return {.key = key(key_text),
          .bsn = bsn(bsn_text),
          .type = "22",
          .start = day(20210301),
          .end = std::nullopt,
          .goal = "1",
          .work_capacity = "",
          .wage_value = std::nullopt,
          .description = ""};
}

inline SourceFile source(Side side, std::string_view numbering, std::string_view month_text, std::string name) {
  const Numbering parsed = Numbering::parse(numbering).value();
  return {.side = side,
          .sender = parsed.sender,
          .numbering = parsed,
          .name = std::move(name),
          .sha256 = "00ff",
          .month = month(month_text),
          .format = "levering",
          .mapping = "levering",
          .in_force = true};
}

/// A folder of its own for each test, gone afterwards.
class WorkspaceTest : public testing::Test {
 protected:
  WorkspaceTest() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        std::filesystem::temp_directory_path() / ("srgconv-" + std::string(test->test_suite_name()) + "-" + test->name() + "-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  ~WorkspaceTest() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path file(const std::string& name = "workspace.sqlite") const { return folder_ / name; }
  static std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path folder_;
};

/// Adds one row and the state that it tells.
inline std::int64_t tell(Workspace& workspace, std::uint32_t source_number, Side side, std::string_view month_text, const Provision& provision,
                         std::uint32_t line = 1, const std::string& rule = "case.rules:4") {
  const Row row{.source = source_number, .line = line, .path = "Persoon[1]", .outcome = RowOutcome::used, .code = "", .reason = "", .rule = rule};
  const std::int64_t number = workspace.add_row(row);
  workspace.add_state(side, number, month(month_text), {provision, {source_number, line, row.path, rule}});
  return number;
}

}  // namespace srgconv::store
