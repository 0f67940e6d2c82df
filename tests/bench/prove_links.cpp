// The proof of the links: synthesizes cases with known truth, converts them, and prints how many links are right, how many wrong, and what no program could
// know.
//
//   prove_links [--seeds 1-10,random] [--provisions 100000] [--factors 1,10] [--dials all,each] [--senders 3] [--months 1] [--match 'match { ... }']
//               [--list-wrong N] [--folder DIR]
//
// `--dials`: all (together), each (one at a time, the others at nothing), or names. `--match` replaces the match statement of the rules. `random` is a seed
// drawn at run time; it is printed.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "pack/pack.hpp"
#include "pipeline.hpp"
#include "support/proof.hpp"
#include "synthesize/synthesize.hpp"
#include "xml/xml.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;
using synthesize::Dial;
using synthesize::Dials;
using synthesize::Settings;

std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream text(list);
  for (std::string part; std::getline(text, part, ',');) parts.push_back(part);
  return parts;
}

std::vector<std::uint64_t> seeds_of(const std::string& list) {
  std::vector<std::uint64_t> seeds;
  for (const std::string& part : parts_of(list)) {
    const std::size_t hyphen = part.find('-');
    if (part == "random") {
      std::random_device device;
      seeds.push_back(std::uint64_t{device()});
    } else if (hyphen == std::string::npos) {
      seeds.push_back(std::stoull(part));
    } else {
      for (std::uint64_t seed = std::stoull(part.substr(0, hyphen)); seed <= std::stoull(part.substr(hyphen + 1)); ++seed) seeds.push_back(seed);
    }
  }
  return seeds;
}

// Which dials stand at what: a line of the table.
struct Setting {
  std::string name;
  Dials dials;
};

std::vector<Setting> settings_of(const std::string& list, std::uint32_t factor) {
  const Dials defaults;
  const auto turned = [&](Dial dial) { return std::min(defaults[dial] * factor, synthesize::whole); };
  std::vector<Setting> result;
  const auto add_one = [&](std::size_t i) {
    const auto dial = static_cast<Dial>(i);
    Setting one{std::string(name(dial)), Dials::none()};
    one.dials.set(dial, turned(dial));
    result.push_back(one);
  };
  for (const std::string& part : parts_of(list)) {
    if (part == "all") {
      Setting all{"all", {}};
      for (std::size_t i = 0; i < synthesize::dial_count; ++i) all.dials.set(static_cast<Dial>(i), turned(static_cast<Dial>(i)));
      result.push_back(all);
    } else if (part == "each") {
      for (std::size_t i = 0; i < synthesize::dial_count; ++i) add_one(i);
    } else if (const auto dial = synthesize::dial_called(part)) {
      add_one(static_cast<std::size_t>(*dial));
    } else {
      throw std::runtime_error("no dial is called " + part);
    }
  }
  return result;
}

void replace_match(const fs::path& rules, const std::string& match) {
  std::ifstream in(rules, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(in), {});
  const std::size_t at = text.find("\n  match {"), end = text.find("}\n", at);
  text.replace(at + 1, end + 1 - (at + 1), "  " + match);
  in.close();
  std::ofstream(rules, std::ios::binary) << text;
}

Proof run(const Settings& settings, const std::string& match, const fs::path& folder) {
  Diagnostics diagnostics;
  pack::Library library(pack::data_roots(), diagnostics);
  const auto summary = synthesize::synthesize(settings, folder / "case", true, "prove_links", library, diagnostics);
  if (!summary) throw std::runtime_error(render_all(diagnostics, Language::en));
  if (!match.empty()) replace_match(folder / "case" / summary->rule_file, match);
  ConvertRequest request;
  request.case_file = folder / "case" / summary->rule_file;
  request.out = folder / "out";
  request.force = true;
  request.key = "the key of the proof";
  request.program = "prove_links";
  if (!convert(request, diagnostics)) throw std::runtime_error(render_all(diagnostics, Language::en));
  return prove(settings, request.out);
}

std::string percent(double share, int decimals = 3) { return fmt::format("{:.{}f}", share * 100, decimals); }

void print_head(const std::string& first) {
  fmt::print("{:<14} {:>9} {:>9} {:>7} {:>7} {:>7} {:>10} {:>9} {:>9} {:>8} {:>8} {:>9} {:>9}\n", first, "old", "links", "wrong", "undec.", "REMAIN",
             "precision%", "recall%", "undecid.%", "review%", "gone%", "join p.%", "join r.%");
}

void print_line(const std::string& name, const Tally& tally) {
  const auto part = [&](std::uint64_t count) { return tally.old == 0 ? 0 : static_cast<double>(count) / static_cast<double>(tally.old); };
  const double join_precision = tally.joins == 0 ? 1 : static_cast<double>(tally.right_joins) / static_cast<double>(tally.joins);
  const double join_recall = tally.owed == 0 ? 1 : static_cast<double>(tally.right_joins) / static_cast<double>(tally.owed);
  fmt::print("{:<14} {:>9} {:>9} {:>7} {:>7} {:>7} {:>10} {:>9} {:>9} {:>8} {:>8} {:>9} {:>9}\n", name, tally.old, tally.links, tally.wrong,
             tally.wrong_undecidable, tally.wrong_decidable(), percent(tally.precision_of_decidable(), 4), percent(tally.recall_of_decidable()),
             percent(part(tally.undecidable)), percent(tally.review_load()), percent(part(tally.no_candidate)), percent(join_precision), percent(join_recall));
  std::fflush(stdout);
}

void print_causes(const Proof& proof, std::size_t list_wrong) {
  for (const auto& [cause, count] : proof.wrong_by_cause) fmt::print("    wrong and decidable, {} by: {}\n", count, cause);
  for (const auto& [relations, count] : proof.told_otherwise) fmt::print("    relation {}: {}\n", relations, count);
  if (proof.total.unjudged > 0) fmt::print("    in groups too large to weigh (counted as decidable): {}\n", proof.total.unjudged);
  for (const WrongLink& wrong : proof.wrong_links) {
    if (wrong.undecidable || list_wrong == 0) continue;
    fmt::print("    {} -> {} ({})\n", wrong.old_key, wrong.new_id, wrong.dials);
    for (const std::string& line : wrong.story) fmt::print("        {}\n", line);
    --list_wrong;
  }
}

int main_of(const std::map<std::string, std::string>& given) {
  const auto option = [&](const std::string& name, const std::string& otherwise) { return given.contains(name) ? given.at(name) : otherwise; };
  const std::vector<std::uint64_t> seeds = seeds_of(option("--seeds", "1-10,random"));
  const fs::path folder = option("--folder", (fs::temp_directory_path() / "prove_links").string());
  Settings settings;
  settings.provisions = std::stoull(option("--provisions", "100000"));
  settings.senders = std::stoi(option("--senders", "3"));
  settings.months = std::stoi(option("--months", "1"));
  const std::size_t list_wrong = std::stoull(option("--list-wrong", "0"));
  fmt::print("{} provisions a run, {} old senders; seeds:", settings.provisions, settings.senders);
  for (const std::uint64_t seed : seeds) fmt::print(" {}", seed);
  fmt::print(
      "\nlinks: made automatically; undec.: wrong ones that no program could know; REMAIN: the other wrong ones. precision: of links that are right or remain "
      "wrong;\nrecall: of the true links that can be known; undecid.: old provisions of which no program could know what became of them; review: open with a "
      "candidate;\ngone: open without one; join: a plain join on BSN, type and start.\n");
  const xml::Library library;
  for (const std::string& factor_text : parts_of(option("--factors", "1,10"))) {
    const auto factor = static_cast<std::uint32_t>(std::stoul(factor_text));
    fmt::print("\nDIALS AT {}x\n", factor);
    print_head("dials");
    for (const Setting& setting : settings_of(option("--dials", "all,each"), factor)) {
      settings.dials = setting.dials;
      Proof sum;
      for (const std::uint64_t seed : seeds) {
        settings.seed = seed;
        const Proof proof = run(settings, option("--match", ""), folder);
        if (setting.name == "all" && seeds.size() > 1) print_line(fmt::format("  seed {}", seed), proof.total);
        sum.add(proof);
      }
      print_line(setting.name, sum.total);
      print_causes(sum, list_wrong);
      if (setting.name != "all") continue;
      for (std::size_t i = 0; i < synthesize::dial_count; ++i) print_line(fmt::format(" of {}", name(static_cast<Dial>(i))), sum.per_dial[i]);
    }
  }
  fs::remove_all(folder);
  return 0;
}

}  // namespace
}  // namespace srgconv::test

int main(int argc, char** argv) {
  std::map<std::string, std::string> given;
  for (int i = 1; i + 1 < argc; i += 2) given[argv[i]] = argv[i + 1];
  setenv("SRGCONV_DATA", SRGCONV_SOURCE_DIR, 0);
  try {
    return srgconv::test::main_of(given);
  } catch (const srgconv::BrokenWorld& broken) {
    std::cerr << srgconv::sentence(broken.diagnostic(), srgconv::Language::en) << '\n';
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  return 1;
}
