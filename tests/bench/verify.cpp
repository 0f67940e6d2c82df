// How fast a conversion file is verified with both sides, against what `xmllint --stream --schema` needs to validate the same files. Prints a ratio; nothing
// fails on a time. The case is synthesized and converted first.
//
//     bench_verify [PROVISIONS] [ROUNDS]
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "measuring.hpp"
#include "support/test_folder.hpp"

namespace srgconv {
namespace {

namespace fs = std::filesystem;

int shell(const std::string& command) { return std::system(command.c_str()) == 0 ? 0 : 1; }

std::string joined(const std::vector<fs::path>& paths) {
  std::string text;
  for (const fs::path& path : paths) text += fmt::format(" '{}'", path.string());
  return text;
}

std::vector<fs::path> files_in(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename().string().ends_with(ending)) found.push_back(entry.path());
  }
  return found;
}

double megabytes(const std::vector<fs::path>& paths) {
  double sum = 0;
  for (const fs::path& path : paths) sum += static_cast<double>(fs::file_size(path)) / 1e6;
  return sum;
}

int run(int provisions, int rounds) {
  const test::TestFolder folder;
  const fs::path case_folder = folder.path() / "case", out = folder.path() / "out";
  const std::string program = fmt::format("SRGCONV_DATA='{}' '{}'", SRGCONV_SOURCE_DIR, SRGCONV_PROGRAM);
  if (shell(fmt::format("{} synthesize -o '{}' --seed 5 --months 1 --provisions {} >/dev/null 2>&1", program, case_folder.string(), provisions)) != 0 ||
      shell(fmt::format("cd '{0}' && {1} convert *.rules -o '{2}' >/dev/null 2>&1", case_folder.string(), program, out.string())) != 0) {
    fmt::print("no case could be made\n");
    return 1;
  }
  const std::vector<fs::path> conversions = files_in(out, ".xml"), old_side = files_in(case_folder / "sent", ".xml"),
                              new_side = files_in(case_folder / "new", ".xml");
  std::vector<fs::path> deliveries = old_side;
  deliveries.insert(deliveries.end(), new_side.begin(), new_side.end());
  const auto validate = [&](const char* schema, const std::vector<fs::path>& files) {
    return shell(fmt::format("xmllint --stream --noout --schema '{}/schemas/srg-2026/{}'{} 2>/dev/null", SRGCONV_SOURCE_DIR, schema, joined(files)));
  };
  // Signals are no failure; a rejection (2) or what was not assessed (5) is.
  const std::string verify = fmt::format("{} verify{} --old{} --new{}", program, joined(conversions), joined(old_side), joined(new_side));
  std::vector<double> peer, all_threads, one_thread;
  for (int round = 0; round <= rounds; ++round) {
    const double xmllint = bench::seconds_of([&] { return validate("conversie.xsd", conversions) + validate("levering.xsd", deliveries); });
    const double verified = bench::seconds_of([&] { return shell(verify + " >/dev/null 2>&1"); });
    const double alone = bench::seconds_of([&] { return shell(verify + " --threads 1 >/dev/null 2>&1"); });
    if (round == 0) continue;  // warming up
    peer.push_back(xmllint);
    all_threads.push_back(verified);
    one_thread.push_back(alone);
  }
  const double base = bench::median(peer), size = megabytes(conversions) + megabytes(deliveries);
  fmt::print("{} provisions, {:.0f} MB, medians of {} rounds\n", provisions, size, rounds);
  fmt::print("xmllint --stream --schema   {:7.2f} s  {:6.1f} MB/s\n", base, size / base);
  for (const auto& [name, seconds] : {std::pair{"srgconv verify", bench::median(all_threads)}, {"srgconv verify --threads 1", bench::median(one_thread)}})
    fmt::print("{:<26}  {:7.2f} s  {:6.1f} MB/s  {:.2f} x the time of xmllint\n", name, seconds, size / seconds, seconds / base);
  return 0;
}

}  // namespace
}  // namespace srgconv

int main(int argc, char** argv) {
  const int provisions = argc > 1 ? std::atoi(argv[1]) : 1000000;
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 3;
  if (provisions < 1 || rounds < 1 || std::system("xmllint --version 2>/dev/null") != 0) {
    fmt::print("usage: bench_verify [PROVISIONS] [ROUNDS]; xmllint is needed\n");
    return 3;
  }
  return srgconv::run(provisions, rounds);
}
