// What a command is: its words in both languages, its options, and what it does. One file per command, one list of all.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.hpp"
#include "diagnostics/diagnostics.hpp"
#include "domain/period.hpp"
#include "verify/verify.hpp"

namespace srgconv::cli {

struct Words {
  std::string_view nl, en;
  std::string_view in(Language language) const { return language == Language::nl ? nl : en; }
};

enum class Arity { none, one, many };

/// An option (`--out`, with perhaps a short form) or, without leading dashes, a positional argument.
struct OptionSpec {
  std::string_view name;   ///< `--out`, `CASE.rules`
  std::string_view brief;  ///< `-o`; empty
  std::string_view value;  ///< what its value is called: `DIR`; empty for a flag
  Arity arity = Arity::one;
  bool required = false;
  Words help;
};

/// What was given on the command line, checked against the specification.
class Arguments {
 public:
  void add(std::string_view name, std::vector<std::string> values) { values_[std::string(name)] = std::move(values); }
  bool has(std::string_view name) const { return values_.contains(std::string(name)); }
  /// The value of an option that takes one; empty when it was not given.
  std::string one(std::string_view name) const {
    return has(name) && !values_.at(std::string(name)).empty() ? values_.at(std::string(name)).front() : std::string{};
  }
  std::vector<std::string> all(std::string_view name) const { return has(name) ? values_.at(std::string(name)) : std::vector<std::string>{}; }

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

/// What every command knows of its run.
struct Run {
  std::string_view command;
  Arguments arguments;
  Language language = Language::nl;
  bool json = false, strict = false;
  unsigned threads = 1;
  std::optional<Date> date;
  Diagnostics diagnostics;
};

struct Command {
  std::string_view name;
  Words summary;
  std::string_view usage;  ///< the line after `srgconv`
  std::vector<OptionSpec> options;
  std::string_view example;
  ExitCode (*run)(Run&) = nullptr;
};

/// All commands, in the order in which help shows them.
const std::vector<Command>& commands();
/// Options that every command takes.
const std::vector<OptionSpec>& shared_options();

const Command& convert_command();
const Command& verify_command();
const Command& check_command();
const Command& compare_command();
const Command& replay_command();
const Command& review_command();
const Command& trace_command();
const Command& lineage_command();
const Command& rules_command();
const Command& profile_command();
const Command& synthesize_command();

/// The help of one command, or of the program.
std::string help(const Command& command, Language language);
std::string help(Language language);

/// `srgconv 0.1.0`
std::string program_version();

/// The exit code that the errors among diagnostics ask for: 4 when an input cannot be read, else 3.
ExitCode exit_code_of(const Diagnostics& diagnostics);
/// The exit code of a verdict.
ExitCode exit_code_of(verify::Verdict verdict, bool strict);

/// `--waivers` and `--results`, of commands that judge.
OptionSpec waivers_option();
OptionSpec results_option();
/// The forms that `--results` names; nothing, with USE-004 or USE-055, when one is unknown or there is no folder for them.
std::optional<std::vector<std::string>> result_forms(Run& run);

/// Prints to stdout and stderr. Warnings and errors only, unless notes are asked for; at most `most` warnings, then how many more there are.
void print_result(std::string_view text);
void print_messages(const Diagnostics& diagnostics, Language language, std::size_t most_warnings = 10, bool notes = false);
/// Prints the messages of the run and what checks found, at most `most_per_check` of each check: the report has all.
void tell_findings(const verify::Verification& verification, Run& run, std::size_t most_per_check = 3);
bool result_in_colour();  ///< stdout is a terminal and NO_COLOR is not set

/// The secret of pseudonyms: `--key FILE`, else the file that SRGCONV_KEY_FILE names, else the user's own, made when it is not there (announced, mode 0600).
/// Nothing, with USE-009 or USE-014, when there is none to be had.
std::optional<std::string> pseudonym_key(Run& run);

}  // namespace srgconv::cli
