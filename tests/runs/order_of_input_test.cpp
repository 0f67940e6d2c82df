// The order of rows, of records and of files means nothing: whatever way the input is turned around, shuffled or divided, no byte of what is submitted or
// judged changes; and a month more changes no link.
#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/work_folder.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;

using Parts = std::vector<std::string>;
using Order = std::function<void(Parts&)>;

void turn_around(Parts& parts) { std::reverse(parts.begin(), parts.end()); }
void shuffle(Parts& parts) {
  std::mt19937_64 random(7);
  for (std::size_t left = parts.size(); left > 1; --left) std::swap(parts[left - 1], parts[random() % left]);
}

// The rows of a CSV file; its header stays where it is. No field of a synthesis holds a line break.
Parts rows_of(const std::string& text, std::string& header) {
  Parts rows;
  std::size_t at = text.find('\n') + 1;
  header = text.substr(0, at);
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    rows.push_back(text.substr(at, end - at));
    at = end;
  }
  return rows;
}

std::string joined(const Parts& parts, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += parts[i];
  return text;
}

// The persons of a delivery in another order.
std::string with_persons(const std::string& xml, const Order& order) {
  const std::string opening = "<Persoon>", closing = "</Persoon>";
  const std::size_t first = xml.find(opening), last = xml.rfind(closing) + closing.size();
  Parts persons;
  for (std::size_t at = first; at < last;) {
    const std::size_t end = xml.find(closing, at) + closing.size();
    persons.push_back(xml.substr(xml.find(opening, at), end - xml.find(opening, at)) + "\n");
    at = end;
  }
  order(persons);
  return xml.substr(0, first) + joined(persons, 0, persons.size()) + xml.substr(last);
}

class OrderOfInput : public testing::Test {
 protected:
  OrderOfInput() {
    EXPECT_EQ(work_.run("synthesize --seed 11 --senders 2 --provisions 1500 --months 3 -o case").exit_code, 0);
    write_text(work_.path() / "key.txt", "a key for the tests of orders\n");
  }
  // What is submitted and what people get, by name.
  std::map<std::string, std::string> converted(const std::string& folder) {
    const auto run = work_.run("convert " + folder + "/land-van-cuijk.rules -o out-" + folder + " --key key.txt");
    EXPECT_EQ(run.exit_code, 0) << run.err;
    std::map<std::string, std::string> result;
    for (const char* name : {"conversie-1982-202201.xml", "vertaaltabel.csv", "review.csv"}) result[name] = read_text(work_.path() / ("out-" + folder) / name);
    return result;
  }
  fs::path copy(const std::string& folder) {
    fs::copy(work_.path() / "case", work_.path() / folder, fs::copy_options::recursive);
    return work_.path() / folder;
  }
  std::vector<fs::path> files(const fs::path& folder, const std::string& extension) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() == extension && entry.path().filename() != "truth.csv" && entry.path().filename() != "dials.csv")
        found.push_back(entry.path());
    }
    return found;
  }
  void reorder(const fs::path& folder, const Order& order) {
    for (const fs::path& file : files(folder, ".xml")) write_text(file, with_persons(read_text(file), order));
    for (const fs::path& file : files(folder, ".csv")) {
      std::string header;
      Parts rows = rows_of(read_text(file), header);
      order(rows);
      write_text(file, header + joined(rows, 0, rows.size()));
    }
  }

  WorkFolder work_;
};

TEST_F(OrderOfInput, TurnedAroundOrShuffledItIsTheSame) {
  const auto as_it_was = converted("case");
  ASSERT_GT(as_it_was.at("vertaaltabel.csv").size(), 50'000U);
  ASSERT_GT(as_it_was.at("review.csv").size(), 5'000U);
  reorder(copy("backwards"), turn_around);
  EXPECT_EQ(converted("backwards"), as_it_was);
  reorder(copy("shuffled"), shuffle);
  EXPECT_EQ(converted("shuffled"), as_it_was);
}

TEST_F(OrderOfInput, DividedOverFilesItIsTheSame) {
  const auto as_it_was = converted("case");
  const fs::path folder = copy("divided");
  const fs::path rules = folder / "land-van-cuijk.rules";
  std::string text = read_text(rules);
  int divided = 0;
  for (const fs::path& file : files(folder, ".csv")) {
    std::string header;
    Parts rows = rows_of(read_text(file), header);
    shuffle(rows);
    const std::string name = file.filename().string(), more = "more-" + name;
    write_text(file, header + joined(rows, 0, rows.size() / 3));
    write_text(file.parent_path() / more, header + joined(rows, rows.size() / 3, rows.size()));
    const std::string named = "'" + file.parent_path().filename().string() + "/" + name + "'";
    const std::size_t at = text.find(named);
    ASSERT_NE(at, std::string::npos) << named;
    text.insert(at + named.size(), ", '" + file.parent_path().filename().string() + "/" + more + "'");
    ++divided;
  }
  ASSERT_EQ(divided, 2);
  write_text(rules, text);
  EXPECT_EQ(converted("divided"), as_it_was);
}

TEST_F(OrderOfInput, AMonthMoreChangesNoLink) {
  const auto with_three_months = converted("case");
  const fs::path folder = copy("shorter");
  int left_out = 0;
  for (const fs::path& file : files(folder / "sent", ".xml")) {
    if (file.filename().string().find("202110") == std::string::npos) continue;
    fs::remove(file);
    ++left_out;
  }
  ASSERT_EQ(left_out, 2);
  EXPECT_EQ(converted("shorter"), with_three_months);
}

}  // namespace
}  // namespace srgconv::test
