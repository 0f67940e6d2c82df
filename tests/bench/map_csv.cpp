// How fast a supplier's export in CSV is decoded, mapped and written, against DuckDB on the same work. Prints ratios; nothing fails on a time.
//
//     bench_map_csv [--rows N] [--rounds N] [--threads N] [--folder DIR] [--only-ours]
//
// The export is made up from a fixed seed: Windows-1252, CRLF, dd-mm-yyyy, ten columns of which one is free text, a code of 40 words, one row in twenty
// skipped. Both sides decode, leave out, recode, turn dates into ISO and write a CSV file; ours also checks every BSN, code, date and number. DuckDB comes from
// npm
// (@duckdb/node-api) into the folder; it reads the export as latin-1, which is the same for the letters that occur in it.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "bench/duckdb.hpp"
#include "map/map.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"

namespace srgconv {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::size_t rows = 5'000'000;
  int rounds = 5;
  unsigned threads = 2;
  fs::path folder = "bench-data";
  bool only_ours = false;
};

// ------------------------------------------------------------------------------------------------ the export

void generate(const fs::path& path, std::size_t rows) {
  std::FILE* out = std::fopen(path.c_str(), "wb");
  if (out == nullptr) std::exit(4);
  std::mt19937_64 random(20220101);
  const auto below = [&](std::uint64_t limit) { return random() % limit; };
  constexpr const char* words[] = {"begeleiding", "co\xEBrdinatie", "intake",  "geco\xF6rdineerd", "gesprek",
                                   "werkplek",    "cli\xEBnt",      "vervolg", "caf\xE9",          "evaluatie"};
  constexpr const char* budgets[] = {"GEEN", "BUIG", "REI", "ESF"};
  std::string text = "CLIENTNR;BSN;TRAJECT;INSTRUMENT;DATUM IN;DATUM UIT;DOEL;LOONW;BUDGET;OPMERKING\r\n";
  for (std::size_t i = 0; i < rows; ++i) {
    const auto day = [&] { return fmt::format("{:02}-{:02}-{}", 1 + below(28), 1 + below(12), 2012 + below(11)); };
    text += fmt::format("{};{:09};{};INSTR{:02};{};", 1'000'000 + i, bsn_of(static_cast<std::uint32_t>(below(100'000'000))), 1 + below(9), below(40), day());
    if (below(3) != 0) text += day();
    text += fmt::format(";{};", 1 + below(2));
    if (below(4) == 0) text += fmt::format("{},5", 30 + below(60));
    text += fmt::format(";{};{} {}\r\n", below(20) == 0 ? "INB" : budgets[below(4)], words[below(10)], words[below(10)]);
    if (text.size() > (1U << 20U)) {
      std::fwrite(text.data(), 1, text.size(), out);
      text.clear();
    }
  }
  std::fwrite(text.data(), 1, text.size(), out);
  if (std::fclose(out) != 0) std::exit(5);
}

// ------------------------------------------------------------------------------------------------ ours

CodeLists code_lists() {
  std::vector<Code> types;
  for (int i = 0; i < 40; ++i) types.push_back({fmt::to_string(10 + i), "Type", "", i == 0 ? "wage-cost-subsidy" : "", {}, {}, {}, "assumed"});
  CodeLists lists;
  lists.add(CodeList("type", types));
  lists.add(CodeList("goal", {{"1", "Re-integratie", "", "", {}, {}, {}, "assumed"}, {"2", "Participatie", "", "", {}, {}, {}, "assumed"}}));
  return lists;
}

class OnePack : public rules::ImportResolver {
 public:
  std::optional<rules::Import> find(std::string_view, const fs::path&) override {
    return rules::Import{SourceText("pack/formats.rules", ""), "pack/formats.rules", true, &codes};
  }
  std::vector<std::string> names() override { return {}; }
  CodeLists codes = code_lists();
};

std::string rule_text() {
  std::string text = R"(import 'pack'
format vendor : csv {
  encoding windows-1252; separator ';'; header yes
  columns CLIENTNR, BSN, TRAJECT, INSTRUMENT, "DATUM IN", "DATUM UIT", DOEL, LOONW, BUDGET, OPMERKING
}
codes instrument {
)";
  for (int i = 0; i < 40; ++i) text += fmt::format("  'INSTR{:02}' => '{}'\n", i, 10 + i);
  return text + R"(  else reject because 'unknown instrument'
}
mapping provisions from vendor to provision {
  skip when BUDGET = 'INB' because 'civic-integration budget'
  bsn = pad_left(BSN, 9, '0')
  id = CLIENTNR & '-' & TRAJECT
  type = instrument[INSTRUMENT]
  start = date("DATUM IN", 'dd-mm-yyyy')
  end = date("DATUM UIT", 'dd-mm-yyyy') when "DATUM UIT" is not empty
  goal = DOEL
  wage_value = decimal(LOONW, ',') when this.type = '10'
  description = OPMERKING
}
)";
}

// Text at the end of a buffer that has room enough.
class Line {
 public:
  explicit Line(char* at) : at_(at) {}
  char* end() const { return at_; }
  void add(std::string_view text) {
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }
  void add(char sign) { *at_++ = sign; }
  void add_number(unsigned number, int digits) {
    for (int i = digits; i-- > 0; number /= 10) at_[i] = static_cast<char>('0' + number % 10);
    at_ += digits;
  }
  void add_date(Date date) {
    add_number(static_cast<unsigned>(date.year()), 4);
    add('-');
    add_number(static_cast<unsigned>(date.month()), 2);
    add('-');
    add_number(static_cast<unsigned>(date.day()), 2);
  }

 private:
  char* at_;
};

// Maps a piece of the export into the text of its output.
class Writing : public read::RecordSink {
 public:
  explicit Writing(const map::Context& context) : mapper_(context) {}

  void row(SourceRow& row) override { write(mapper_.view(row)); }
  void record(const SourceRecord& record) override {
    row_of_record_.look_at(record);
    row(row_of_record_);
  }
  void faulty(const SourceRecord&, Diagnostic) override { std::abort(); }

  std::string_view text() const { return std::string_view(text_).substr(0, used_); }
  void clear() { used_ = 0; }

 private:
  void write(const map::RowView& row) {
    if (row.outcome == map::RowOutcome::rejected) {
      fmt::print(stderr, "{}", sentence(*row.why, Language::en));
      std::abort();
    }
    for (const map::ProvisionView& p : row.provisions) {
      const std::size_t most = 128 + p.id.size() + p.type.size() + p.goal.size() + p.description.size();
      if (text_.size() - used_ < most) text_.resize(std::max(text_.size() * 2, most));
      Line line(text_.data() + used_);
      line.add_number(p.bsn.value(), 9);
      line.add(';');
      line.add(p.id);
      line.add(';');
      line.add(p.type);
      line.add(';');
      line.add_date(p.start);
      line.add(';');
      if (p.end) line.add_date(*p.end);
      line.add(';');
      line.add(p.goal);
      line.add(';');
      if (p.wage_value) line.add(p.wage_value->text());
      line.add(';');
      line.add(p.description);
      line.add('\n');
      used_ = static_cast<std::size_t>(line.end() - text_.data());
    }
  }

  map::Mapper mapper_;
  RecordRow row_of_record_;
  std::string text_ = std::string(std::size_t{1} << 20U, '\0');
  std::size_t used_ = 0;
};

// A sink per piece, used again for a later one; texts are written in the order of the pieces.
class Sinks : public read::PieceSinks {
 public:
  Sinks(const map::Context& context, std::FILE* file) : context_(context), file_(file) {}

  std::unique_ptr<read::RecordSink> open() override {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<Writing>(context_);
    auto sink = std::move(idle_.back());
    idle_.pop_back();
    return sink;
  }
  void close(std::unique_ptr<read::RecordSink> piece) override {
    auto& writing = static_cast<Writing&>(*piece);
    std::fwrite(writing.text().data(), 1, writing.text().size(), file_);
    writing.clear();
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(piece));
  }

 private:
  const map::Context& context_;
  std::FILE* file_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<read::RecordSink>> idle_;
};

int ours(const fs::path& in, const fs::path& out, unsigned threads) {
  OnePack pack;
  Diagnostics diagnostics;
  const auto rules = rules::parse_rules(SourceText("vendor.rules", rule_text()), "vendor.rules", pack, diagnostics);
  if (!rules) {
    fmt::print("{}", render_all(diagnostics, Language::en));
    return 1;
  }
  const SenderCode sender = *SenderCode::parse("0398");
  const map::Context context{*rules->mapping("provisions"), {sender, ReportMonth::from_parts(2022, 12)}, {sender, {}}, pack.codes};
  std::FILE* file = std::fopen(out.c_str(), "wb");
  if (file == nullptr) return 1;
  Sinks sinks(context, file);
  const auto result = read::read_in_pieces({in, "VENDOR.csv"}, *rules->mapping("provisions")->format, threads, sinks, diagnostics);
  if (std::fclose(file) != 0 || !result.complete) {
    fmt::print("{}", render_all(diagnostics, Language::en));
    return 1;
  }
  return 0;
}

// ------------------------------------------------------------------------------------------------ measuring

struct Measured {
  double seconds = 0;
  double megabytes = 0;  // peak of resident memory
  double processor = 0;  // seconds of all threads: what tells on a machine that does other work too
};

double seconds_in(const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

// A piece of work in a process of its own, so that starting and ending count on both sides.
Measured measured(const std::function<int()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  struct rusage usage {};
  ::wait4(child, &status, 0, &usage);
  if (status != 0) {
    fmt::print("a measured program failed\n");
    std::exit(1);
  }
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), static_cast<double>(usage.ru_maxrss) / 1024,
          seconds_in(usage.ru_utime) + seconds_in(usage.ru_stime)};
}

int shell(const std::string& command) { return ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr); }

Measured median(std::vector<Measured> values) {
  std::sort(values.begin(), values.end(), [](const Measured& a, const Measured& b) { return a.seconds < b.seconds; });
  return values[values.size() / 2];
}

// Rows and a hash that does not depend on their order.
std::pair<std::size_t, std::uint64_t> sum_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string line;
  std::size_t rows = 0;
  std::uint64_t sum = 0;
  while (std::getline(in, line)) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : line) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    sum += hash * (hash >> 32U | 1U);
    ++rows;
  }
  return {rows, sum};
}

int run(const Options& options) {
  fs::create_directories(options.folder);
  const fs::path folder = fs::absolute(options.folder);
  const fs::path in = folder / fmt::format("VENDOR-{}.csv", options.rows);
  if (!fs::exists(in)) {
    generate(folder / "being-made.csv", options.rows);
    fs::rename(folder / "being-made.csv", in);
  }
  const bool peer = !options.only_ours && have_duckdb(folder);
  if (peer) fs::copy_file(fs::path(SRGCONV_SOURCE_DIR) / "tests/bench/map_csv.js", folder / "map_csv.js", fs::copy_options::overwrite_existing);
  const fs::path out_ours = folder / "ours.csv";
  const fs::path out_peer = folder / "duckdb.csv";
  std::vector<Measured> one, several, duckdb;
  for (int round = 0; round <= options.rounds; ++round) {
    const Measured a = measured([&] { return ours(in, out_ours, options.threads); });
    const Measured b = peer ? measured([&] {
      return shell(fmt::format("cd '{}' && exec node map_csv.js '{}' '{}' {} latin-1", folder.string(), in.string(), out_peer.string(), options.threads));
    })
                            : Measured{};
    const Measured c = measured([&] { return ours(in, out_ours, 1); });
    if (round == 0) continue;  // warming up
    several.push_back(a);
    duckdb.push_back(b);
    one.push_back(c);
  }
  const double megabytes = static_cast<double>(fs::file_size(in)) / 1e6;
  const double rows = static_cast<double>(options.rows) / 1e6;
  const auto show = [&](const std::string& what, const Measured& m) {
    fmt::print("{:28} {:7.3f} s  {:6.1f} MB/s  {:5.2f} million rows/s  peak {:4.0f} MiB  CPU {:6.3f} s", what, m.seconds, megabytes / m.seconds,
               rows / m.seconds, m.megabytes, m.processor);
    if (peer) fmt::print("  {:.2f} x DuckDB (by CPU {:.2f} x)", median(duckdb).seconds / m.seconds, median(duckdb).processor / m.processor);
    fmt::print("\n");
  };
  fmt::print("{:.1f} MB, {} rows, medians of {} rounds\n", megabytes, options.rows, options.rounds);
  show(fmt::format("srgconv, {} threads", options.threads), median(several));
  show("srgconv, 1 thread", median(one));
  if (!peer) {
    fmt::print("DuckDB could not be had (npm install @duckdb/node-api): no comparison\n");
    return 0;
  }
  show(fmt::format("DuckDB, {} threads", options.threads), median(duckdb));
  const auto sum_ours = sum_of(out_ours);
  const auto sum_peer = sum_of(out_peer);
  fmt::print("rows written: {} and {}; the rows are {}\n", sum_ours.first, sum_peer.first, sum_ours == sum_peer ? "the same" : "NOT the same");
  return sum_ours == sum_peer ? 0 : 1;
}

}  // namespace
}  // namespace srgconv

int main(int argc, char** argv) {
  srgconv::Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (name == "--only-ours") {
      options.only_ours = true;
    } else if (i + 1 < argc && name == "--rows") {
      options.rows = std::strtoull(argv[++i], nullptr, 10);
    } else if (i + 1 < argc && name == "--rounds") {
      options.rounds = std::atoi(argv[++i]);
    } else if (i + 1 < argc && name == "--threads") {
      options.threads = static_cast<unsigned>(std::atoi(argv[++i]));
    } else if (i + 1 < argc && name == "--folder") {
      options.folder = argv[++i];
    } else {
      options.rows = 0;
    }
  }
  if (options.rows < 1 || options.rounds < 1 || options.threads < 1) {
    fmt::print("usage: bench_map_csv [--rows N] [--rounds N] [--threads N] [--folder DIR] [--only-ours]\n");
    return 3;
  }
  return srgconv::run(options);
}
