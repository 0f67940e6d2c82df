// csv-spectrum (npm): the acid test of CSV readers. tests/run.sh fetches it into the build folder; without it these tests are skipped, and say so.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "unit/read/reading.hpp"

namespace srgconv::read {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const fs::path spectrum = fs::path(SRGCONV_BINARY_DIR) / "npm" / "package";

Json json_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  const Json parsed = Json::parse(content.str());
  return parsed.is_array() ? parsed : Json::array({parsed});
}

class Rows : public RecordSink {
 public:
  explicit Rows(const rules::Format& format) : format_(format) {}
  void record(const SourceRecord& record) override {
    Json row = Json::object();
    for (std::size_t i = 0; i < record.values.size(); ++i) row[format_.fields[i].name] = record.values[i].text;
    rows.push_back(std::move(row));
  }
  void faulty(const SourceRecord&, Diagnostic why) override { rows.push_back(why.code); }
  Json rows = Json::array();

 private:
  const rules::Format& format_;
};

TEST(CsvSpectrum, IsReadCompletelyRight) {
  if (!fs::exists(spectrum)) GTEST_SKIP() << "csv-spectrum is not in " << spectrum.filename() << ": the npm registry was not reached";
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(spectrum / "csvs")) {
    const std::string name = entry.path().stem().string();
    Json expected = json_of(spectrum / "json" / (name + ".json"));
    std::vector<std::string> columns;
    for (const auto& [column, value] : expected.at(0).items()) columns.push_back(column);
    rules::Format format = csv_format(columns);
    format.separator = ',';
    Diagnostics diagnostics;
    Rows rows(format);
    EXPECT_TRUE(read_records({entry.path(), name}, format, rows, diagnostics).complete) << name << render_all(diagnostics, Language::en);
    // This one file contradicts its JSON: the number in the CSV is 2095257564.
    if (name == "location_coordinates") expected[0]["Contact Phone Number"] = "2095257564";
    EXPECT_EQ(rows.rows, expected) << name;
    ++files;
  }
  EXPECT_GE(files, 12U);
}

}  // namespace
}  // namespace srgconv::read
