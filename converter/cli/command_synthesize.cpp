// srgconv synthesize: an invented case with its truth.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "pack/pack.hpp"
#include "synthesize/synthesize.hpp"

namespace srgconv::cli {
namespace {

using synthesize::Settings;

// A whole number within bounds; false with USE-004.
template <class Number>
bool read_number(Run& run, std::string_view option, std::uint64_t least, std::uint64_t most, Number& number) {
  const std::string text = run.arguments.one(option);
  if (text.empty()) return true;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    const std::string expected =
        run.language == Language::nl ? fmt::format("een getal van {} tot en met {}", least, most) : fmt::format("a number from {} to {}", least, most);
    run.diagnostics.add(
        {"USE-004", {}, {{"value", text}, {"option", std::string(option)}, {"expected", expected}, {"command", std::string(run.command)}}, {}, {}});
    return false;
  }
  number = static_cast<Number>(value);
  return true;
}

std::optional<Settings> read_settings(Run& run) {
  Settings settings;
  std::uint64_t senders = static_cast<std::uint64_t>(settings.senders);
  bool good = read_number(run, "--seed", 0, std::uint64_t{9'999'999'999'999'999'999U}, settings.seed);
  good = read_number(run, "--senders", 0, 9'999, senders) && good;
  const std::uint64_t fewest = std::min<std::uint64_t>(std::max<std::uint64_t>(senders, 1), synthesize::most_senders);
  good = read_number(run, "--provisions", fewest, synthesize::most_provisions, settings.provisions) && good;
  good = read_number(run, "--months", 1, synthesize::most_months, settings.months) && good;
  if (senders < 1 || senders > synthesize::most_senders) {
    run.diagnostics.add({"USE-033", {}, {{"value", fmt::to_string(senders)}, {"most", fmt::to_string(synthesize::most_senders)}}, {}, {}});
    good = false;
  }
  settings.senders = static_cast<int>(senders);
  for (const std::string& setting : run.arguments.all("--dial")) good = settings.dials.read(setting, run.diagnostics) && good;
  if (!good || !settings.dials.hold(run.diagnostics)) return std::nullopt;
  return settings;
}

std::string told(const Settings& settings, const synthesize::Summary& summary, const std::string& out, Language language) {
  const bool nl = language == Language::nl;
  std::string text = nl ? fmt::format("{} oude voorzieningen van {} personen, {} nieuwe; alles is verzonnen\n", summary.old_provisions, summary.persons,
                                      summary.new_provisions)
                        : fmt::format("{} old provisions of {} persons, {} new ones; everything is invented\n", summary.old_provisions, summary.persons,
                                      summary.new_provisions);
  text += fmt::format("  {:<12} {:>10}  {}\n", nl ? "knop" : "dial", nl ? "stand" : "setting", nl ? "voorzieningen" : "provisions");
  for (std::size_t i = 0; i < synthesize::dial_count; ++i) {
    const auto dial = static_cast<synthesize::Dial>(i);
    text += fmt::format("  {:<12} {:>8} %  {}\n", synthesize::name(dial), synthesize::percentage(settings.dials[dial]), summary.touched[i]);
  }
  const std::string rules = (std::filesystem::path(out) / summary.rule_file).generic_string();
  return text + fmt::format("{}: srgconv convert {} -o {}\n", nl ? "verder met" : "go on with", rules, nl ? "uitvoer" : "output");
}

ExitCode run_synthesize(Run& run) {
  const auto settings = read_settings(run);
  if (!settings) return ExitCode::usage;
  pack::Library library(pack::data_roots(), run.diagnostics);
  const std::string out = run.arguments.one("--out");
  const auto summary = synthesize::synthesize(*settings, out, run.arguments.has("--force"), program_version(), library, run.diagnostics);
  if (!summary) return exit_code_of(run.diagnostics);
  print_result(run.json ? synthesize::settings_json(*settings, *summary, program_version()) : told(*settings, *summary, out, run.language));
  return ExitCode::done;
}

}  // namespace

const Command& synthesize_command() {
  static const Command command{
      "synthesize",
      {"maakt een verzonnen overgang, met de waarheid erbij", "makes an invented transition, with the truth beside it"},
      "synthesize -o DIR [--seed N] [--senders N] [--provisions N] [--months N] [--dial NAME=VALUE]... [--force]",
      {{"--out", "-o", "DIR", Arity::one, true, {"map voor de casus; wordt in een keer gemaakt", "folder for the case; made all at once"}},
       {"--seed", "", "N", Arity::one, false, {"een ander getal geeft andere gegevens (1)", "another number gives other data (1)"}},
       {"--senders",
        "",
        "N",
        Arity::one,
        false,
        {"oude berichtgevers: 1 is nieuwe software, 2 tot en met 5 een fusie (3)", "old senders: 1 is a change of software, 2 to 5 a merger (3)"}},
       {"--provisions", "", "N", Arity::one, false, {"lopende oude voorzieningen (1000)", "running old provisions (1000)"}},
       {"--months", "", "N", Arity::one, false, {"geleverde maanden per oude berichtgever (2)", "delivered months of each old sender (2)"}},
       {"--dial",
        "",
        "NAME=VALUE",
        Arity::many,
        false,
        {"hoe vaak iets misgaat, in procenten: recoded=3%", "how often something goes wrong, in percent: recoded=3%"}},
       {"--force", "", "", Arity::none, false, {"vervangt een eerdere synthese", "replaces an earlier synthesis"}}},
      "srgconv synthesize -o proef --seed 7 --provisions 10000 --dial recoded=10%",
      run_synthesize};
  return command;
}

}  // namespace srgconv::cli
