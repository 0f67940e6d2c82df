// How fast the deliveries of one large sender over many months are judged, and in how much memory, against `xmllint --stream --schema` on the same files.
// Prints ratios; nothing fails on a time.
//
//     bench_check_deliveries [PROVISIONS A MONTH] [MONTHS] [THREADS]
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "monthly/monthly.hpp"
#include "support/test_folder.hpp"
#include "xml/xml.hpp"

namespace srgconv {
namespace {

// The BSN of a person: eight digits and the one that makes them pass the 11-test; there is none for one in eleven.
std::string bsn_of(std::uint32_t person) {
  for (std::uint32_t front = 10000000 + person * 12 / 10;; ++front) {
    std::uint32_t sum = 0, rest = front;
    for (std::uint32_t weight = 2; weight <= 9; ++weight, rest /= 10) sum += weight * (rest % 10);
    if (sum % 11 < 10) return fmt::format("{}{}", front, sum % 11);
  }
}

// A sender that goes on as it is: each month one provision in thirty ends and as many begin.
void write_month(const std::filesystem::path& path, ReportMonth month, std::uint32_t number, std::uint32_t provisions) {
  const std::uint32_t turnover = provisions / 30, first = number * turnover;
  std::string text = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Levering xmlns=\"urn:srgconv:srg-2026:levering\">\n  <Kop>\n    <Berichtgevercode>0363</Berichtgevercode>\n"
      "    <Verslagmaand>{}</Verslagmaand>\n    <Volgnummer>1</Volgnummer>\n  </Kop>\n  <AantalVoorzieningen>{}</AantalVoorzieningen>\n",
      month.compact(), provisions);
  constexpr const char* types[] = {"30", "31", "40", "42", "59"};
  for (std::uint32_t i = first; i < first + provisions; ++i) {
    // What is there in the first month began in the three months before it.
    const int begun = i < provisions ? -1 - static_cast<int>(i % 3) : static_cast<int>((i - provisions) / std::max(turnover, 1U)) + 1;
    const ReportMonth start = month.plus(begun - static_cast<int>(number));
    const std::string end = i < first + turnover ? fmt::format("      <DatumEinde>{}28</DatumEinde>\n", month.compact()) : "";
    text += fmt::format(
        "  <Persoon>\n    <Burgerservicenummer>{}</Burgerservicenummer>\n    <Voorziening>\n      <Registratienummer>R{}</Registratienummer>\n"
        "      <DatumBegin>{}{:02}</DatumBegin>\n{}      <TypeVoorziening>{}</TypeVoorziening>\n      <DoelVoorziening>1</DoelVoorziening>\n    "
        "</Voorziening>\n"
        "  </Persoon>\n",
        bsn_of(i), 1000000 + i, start.compact(), 1 + i % 28, end, types[i % 5]);
  }
  std::ofstream(path, std::ios::binary) << text << "</Levering>\n";
}

struct Measured {
  double seconds = 0;
  double megabytes = 0;  // most memory at once
};

// In a process of its own, so that starting and ending count on both sides.
Measured measure(const std::function<int()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  if (status != 0) {
    fmt::print("a measured program failed\n");
    std::exit(1);
  }
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), static_cast<double>(usage.ru_maxrss) / 1024};
}

int judge(const std::vector<read::InputFile>& files, unsigned threads) {
  const xml::Library library;
  Diagnostics diagnostics;
  pack::Library packs({SRGCONV_SOURCE_DIR}, diagnostics);
  const pack::Pack* pack = packs.pack("srg-2026");
  const auto rules = rules::parse_rules(SourceText("--pack", "import 'srg-2026'\n"), "--pack", packs, diagnostics);
  if (pack == nullptr || !rules) return 1;
  monthly::Request request{*pack, *rules->format("levering"), files};
  request.threads = threads;
  const auto senders = monthly::check_deliveries(request, diagnostics);
  fmt::print("{}", render_all(diagnostics, Language::en));
  for (const checks::CheckResult& check : senders.front().checks) {
    if (check.violated + check.undecided > 0) fmt::print("{}: {} violated, {} undecided\n", check.id, check.violated, check.undecided);
  }
  return senders.front().verdict == checks::Verdict::accepted ? 0 : 1;
}

int run(std::uint32_t provisions, int months, unsigned threads) {
  const test::TestFolder folder;
  const ReportMonth first = *ReportMonth::parse("201601");
  std::vector<read::InputFile> files;
  std::string names;
  double megabytes = 0;
  for (int i = 0; i < months; ++i) {
    const std::string name = fmt::format("0363-{}.xml", first.plus(i).compact());
    write_month(folder.path() / name, first.plus(i), static_cast<std::uint32_t>(i), provisions);
    files.push_back({folder.path() / name, name});
    names += fmt::format(" '{}'", (folder.path() / name).string());
    megabytes += static_cast<double>(std::filesystem::file_size(folder.path() / name)) / 1e6;
  }
  const std::string schema = std::string(SRGCONV_SOURCE_DIR) + "/schemas/srg-2026/levering.xsd";
  const Measured peer = measure([&] { return std::system(fmt::format("xmllint --stream --noout --schema '{}' {} 2>/dev/null", schema, names).c_str()); });
  const Measured one = measure([&] { return judge(files, 1); });
  const Measured several = measure([&] { return judge(files, threads); });
  fmt::print("{:.0f} MB, {} months of {} provisions\n", megabytes, months, provisions);
  fmt::print("xmllint --stream --schema   {:7.1f} s\n", peer.seconds);
  fmt::print("check_deliveries, 1 thread  {:7.1f} s  {:5.0f} MB  {:.2f} x the time of xmllint\n", one.seconds, one.megabytes, one.seconds / peer.seconds);
  fmt::print("check_deliveries, {} threads {:7.1f} s  {:5.0f} MB  {:.2f} x the time of xmllint\n", threads, several.seconds, several.megabytes,
             several.seconds / peer.seconds);
  return 0;
}

}  // namespace
}  // namespace srgconv

int main(int argc, char** argv) {
  const int provisions = argc > 1 ? std::atoi(argv[1]) : 30000, months = argc > 2 ? std::atoi(argv[2]) : 120, threads = argc > 3 ? std::atoi(argv[3]) : 2;
  if (provisions < 30 || months < 1 || threads < 1 || std::system("xmllint --version 2>/dev/null") != 0) {
    fmt::print("usage: bench_check_deliveries [PROVISIONS A MONTH] [MONTHS] [THREADS]; xmllint is needed\n");
    return 3;
  }
  return srgconv::run(static_cast<std::uint32_t>(provisions), months, static_cast<unsigned>(threads));
}
