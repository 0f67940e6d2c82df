// How fast old and new provisions are brought together, against DuckDB's exact join plus a window of days on the same provisions, both in memory. Prints
// ratios, peak memory and wrong pairs; nothing fails on a time.
//
//     bench_reconcile [--provisions N] [--rounds N] [--folder DIR] [--only-ours]
//
// The provisions are made up from a fixed seed, after the mix of shared measurements: of the old ones 1 % start one to three days later in the new system, 0.5
// % have another type there, 2 % are gone and as many others are there; some persons have the same type and start twice. Ours: `reconcile` with `equal type,
// start; else start within 3 days`, all fates and reviews included. DuckDB (npm @duckdb/node-api, into the folder, 2 threads): members of one (bsn, type,
// start) are numbered where there are several, joined exactly, and what is left over is joined within three days where neither side has a choice. Each round in
// a process of its own.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "bench/duckdb.hpp"
#include "reconcile/reconcile.hpp"

namespace srgconv {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::size_t provisions = 5'000'000;
  int rounds = 3;
  fs::path folder = "bench-data";
  bool only_ours = false;
};

struct Row {
  std::uint32_t bsn = 0, type = 0, truth = 0;  // truth: number of the old provision, of a new one that has none beyond all
  std::int32_t start = 0;                      // days since 1970-01-01
  std::int32_t end = 0;                        // 0: running
  std::uint32_t goal = 1;
};

// Both sides, in random order.
void make_up(std::size_t count, std::vector<Row>& old, std::vector<Row>& fresh) {
  std::mt19937_64 random(20220101);
  const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  constexpr std::uint32_t types[] = {10, 11, 12, 20, 22, 23, 29, 30, 31, 40, 42, 59};
  const auto provision = [&](std::uint32_t bsn, std::uint32_t truth) {
    return Row{bsn,
               types[below(12)],
               truth,
               16'000 + static_cast<std::int32_t>(below(2'900)),
               below(4) == 0 ? 19'100 + static_cast<std::int32_t>(below(700)) : 0,
               1 + below(2)};
  };
  old.reserve(count);
  fresh.reserve(count + count / 40);
  for (std::uint32_t number = 0; number < count;) {
    const std::uint32_t bsn = bsn_of(below(100'000'000));
    for (std::uint32_t more = 1 + below(3); more > 0 && number < count; --more, ++number) {
      Row one = provision(bsn, number);
      if (!old.empty() && old.back().bsn == bsn && below(400) == 0) {
        one.type = old.back().type;
        one.start = old.back().start;
      }
      old.push_back(one);
      const std::uint32_t fate = below(1000);
      if (fate < 20) {  // gone
        fresh.push_back(provision(bsn_of(below(100'000'000)), static_cast<std::uint32_t>(count) + number));
        continue;
      }
      if (fate < 30) one.start += 1 + static_cast<std::int32_t>(below(3));
      if (fate >= 30 && fate < 35) one.type = types[below(12)];
      fresh.push_back(one);
    }
  }
  std::shuffle(old.begin(), old.end(), random);
  std::shuffle(fresh.begin(), fresh.end(), random);
}

Provision provision_of(const Row& row, const Numbering& numbering, std::size_t number) {
  Provision provision{{numbering, std::to_string(1'000'000 + number)},
                      Bsn::parse(fmt::format("{:09}", row.bsn)).bsn.value(),
                      std::to_string(row.type),
                      Date::from_day_number(row.start),
                      {},
                      std::to_string(row.goal),
                      {},
                      {},
                      {}};
  if (row.end != 0) provision.end = Date::from_day_number(row.end);
  return provision;
}

struct Outcome {
  double seconds = 0;
  std::size_t pairs = 0, wrong = 0;
  std::size_t before_mib = 0, peak_mib = 0;
};

std::size_t peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) / 1024;
}

Outcome ours(const std::vector<Row>& old, const std::vector<Row>& fresh) {
  rules::Transition transition;
  transition.month = *ReportMonth::parse("2022-01");
  const SenderCode sender = *SenderCode::parse("0363");
  transition.match.emplace();
  transition.match->levels.push_back({{rules::TargetField::type, rules::TargetField::start}, {}, {}, {}});
  transition.match->levels.push_back({{}, 3, {}, {}});
  transition.identities.push_back({sender, {rules::MatchIdentity{}}, {}, {}});
  rules::Source source;
  source.sender = sender;
  transition.fresh.push_back(source);
  const CodeLists codes;
  reconcile::Problem problem{transition, codes, {}, {}, {{sender, *ReportMonth::parse("2021-12")}}, {}};
  problem.old.reserve(old.size());
  problem.fresh.reserve(fresh.size());
  for (std::size_t i = 0; i < old.size(); ++i) problem.add_old(provision_of(old[i], {sender, {}}, i));
  for (std::size_t i = 0; i < fresh.size(); ++i) problem.add_new(provision_of(fresh[i], {sender, transition.month}, i));
  problem.threads = 2;
  Outcome result;
  result.before_mib = peak_mib();
  Diagnostics diagnostics;
  const auto begin = std::chrono::steady_clock::now();
  const reconcile::Outcome outcome = reconcile::reconcile(problem, diagnostics);
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  result.peak_mib = peak_mib();
  result.pairs = outcome.links.size();
  for (const reconcile::Link& link : outcome.links) result.wrong += old[link.old].truth != fresh[link.fresh].truth;
  return result;
}

void write_csv(const fs::path& path, const std::vector<Row>& rows) {
  std::FILE* out = std::fopen(path.c_str(), "wb");
  if (out == nullptr) std::exit(4);
  std::string text = "n,bsn,type,start,ended,goal,truth\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    text += fmt::format("{},{},{},{},{},{},{}\n", i, row.bsn, row.type, row.start, row.end, row.goal, row.truth);
    if (text.size() > (1U << 20U) || i + 1 == rows.size()) {
      std::fwrite(text.data(), 1, text.size(), out);
      text.clear();
    }
  }
  std::fclose(out);
}

Outcome duckdb(const Options& options) {
  const std::string script = std::string(SRGCONV_SOURCE_DIR) + "/tests/bench/reconcile.js";
  const std::string command = fmt::format("NODE_PATH={0}/node_modules node {1} {0}/old.csv {0}/new.csv", options.folder.string(), script);
  Outcome result;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr || std::fscanf(pipe, "%lf %zu %zu %zu %zu", &result.seconds, &result.pairs, &result.wrong, &result.before_mib, &result.peak_mib) != 5)
    result.seconds = 0;
  if (pipe != nullptr) ::pclose(pipe);
  return result;
}

// Runs in a child process, whose memory is its own.
Outcome apart(const std::function<Outcome()>& work) {
  int ends[2];
  if (::pipe(ends) != 0) std::exit(5);
  const pid_t child = ::fork();
  if (child == 0) {
    const Outcome outcome = work();
    const bool told = ::write(ends[1], &outcome, sizeof outcome) == static_cast<ssize_t>(sizeof outcome);
    ::_exit(told ? 0 : 5);
  }
  Outcome outcome;
  if (::read(ends[0], &outcome, sizeof outcome) != static_cast<ssize_t>(sizeof outcome)) std::exit(5);
  int status = 0;
  ::waitpid(child, &status, 0);
  ::close(ends[0]);
  ::close(ends[1]);
  return outcome;
}

Outcome median(std::vector<Outcome> rounds) {
  std::sort(rounds.begin(), rounds.end(), [](const Outcome& a, const Outcome& b) { return a.seconds < b.seconds; });
  return rounds[rounds.size() / 2];
}

void tell(const char* name, const Outcome& outcome) {
  fmt::print("{:<28} {:>8.2f} s   {:>9} pairs  {:>6} wrong   {:>6} MiB before, {:>6} MiB at most\n", name, outcome.seconds, outcome.pairs, outcome.wrong,
             outcome.before_mib, outcome.peak_mib);
}

int run(const Options& options) {
  std::vector<Row> old, fresh;
  make_up(options.provisions, old, fresh);
  bool peer = !options.only_ours;
  if (peer) {
    fs::create_directories(options.folder);
    write_csv(options.folder / "old.csv", old);
    write_csv(options.folder / "new.csv", fresh);
    peer = have_duckdb(options.folder);
    if (!peer) fmt::print("DuckDB is not there and could not be fetched: only our own figures\n");
  }
  std::vector<Outcome> our_rounds, peer_rounds;
  for (int round = 0; round < options.rounds; ++round) {
    our_rounds.push_back(apart([&] { return ours(old, fresh); }));
    if (peer) peer_rounds.push_back(apart([&] { return duckdb(options); }));
  }
  fmt::print("{} old and {} new provisions, medians of {} rounds in turns\n", old.size(), fresh.size(), options.rounds);
  const Outcome we = median(our_rounds);
  tell("srgconv, reconcile", we);
  if (!peer) return 0;
  const Outcome they = median(peer_rounds);
  tell("DuckDB, 2 threads, in memory", they);
  fmt::print("{:.2f} x as fast as DuckDB\n", they.seconds / we.seconds);
  return 0;
}

}  // namespace
}  // namespace srgconv

int main(int count, char** arguments) {
  srgconv::Options options;
  for (int i = 1; i < count; ++i) {
    const std::string_view option = arguments[i];
    const auto value = [&] { return i + 1 < count ? std::string(arguments[++i]) : std::string(); };
    if (option == "--provisions") options.provisions = std::stoul(value());
    if (option == "--rounds") options.rounds = std::stoi(value());
    if (option == "--folder") options.folder = value();
    if (option == "--only-ours") options.only_ours = true;
  }
  return srgconv::run(options);
}
