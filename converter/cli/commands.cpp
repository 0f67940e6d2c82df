// The list of commands, the options they share, and help.
#include <cctype>

#include <fmt/format.h>

#include "cli/command.hpp"

namespace srgconv::cli {
namespace {

std::string option_name(const OptionSpec& option) {
  std::string text = option.brief.empty() ? std::string(option.name) : fmt::format("{}, {}", option.brief, option.name);
  if (!option.value.empty()) text += fmt::format(" {}", option.value);
  return text;
}

void list_options(std::string& text, const std::vector<OptionSpec>& options, Language language) {
  for (const OptionSpec& option : options) text += fmt::format("  {:<26} {}\n", option_name(option), option.help.in(language));
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all{convert_command(), verify_command(),  check_command(),   compare_command(), replay_command(),    review_command(),
                                        trace_command(),   lineage_command(), profile_command(), rules_command(),   synthesize_command()};
  return all;
}

const std::vector<OptionSpec>& shared_options() {
  static const std::vector<OptionSpec> all{
      {"--lang", "", "nl|en", Arity::one, false, {"taal van de meldingen en het verslag (nl)", "language of messages and report (nl)"}},
      {"--json", "", "", Arity::none, false, {"het resultaat als JSON op stdout", "the result as JSON on stdout"}},
      {"--strict", "", "", Arity::none, false, {"signalen geven exitcode 1", "signals give exit code 1"}},
      {"--threads",
       "",
       "N",
       Arity::one,
       false,
       {"aantal bestanden tegelijk (alle kernen); de uitkomst is dezelfde", "files at a time (all cores); the outcome is the same"}},
      {"--date",
       "",
       "DATE",
       Arity::one,
       false,
       {"datum waarop wordt beoordeeld; gaat voor die van de casus", "date of assessment; wins over that of the case"}},
      {"--key", "", "FILE", Arity::one, false, {"bestand met het geheim van de pseudoniemen", "file with the secret of the pseudonyms"}},
      {"--verbose", "", "", Arity::none, false, {"toont de stappen en hun duur op stderr", "shows the stages and their duration on stderr"}},
      {"--help", "-h", "", Arity::none, false, {"toont deze hulp", "shows this help"}},
  };
  return all;
}

std::string help(const Command& command, Language language) {
  const bool nl = language == Language::nl;
  std::string summary(command.summary.in(language));
  summary.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(summary.front())));
  std::string text = fmt::format("{}.\n\n{}: srgconv {}\n\n", summary, nl ? "Gebruik" : "Usage", command.usage);
  list_options(text, command.options, language);
  text += nl ? "\nOveral:\n" : "\nEverywhere:\n";
  list_options(text, shared_options(), language);
  text += fmt::format("\n{}:\n  {}\n", nl ? "Voorbeeld" : "Example", command.example);
  return text;
}

std::string help(Language language) {
  const bool nl = language == Language::nl;
  std::string text =
      nl ? "srgconv maakt en toetst conversiebestanden voor de Statistiek Re-integratie door Gemeenten (SRG).\n\nGebruik: srgconv COMMANDO ...\n\n"
         : "srgconv makes and verifies conversion files for the statistic on re-integration by municipalities (SRG).\n\nUsage: srgconv COMMAND ...\n\n";
  for (const Command& command : commands()) text += fmt::format("  {:<10} {}\n", command.name, command.summary.in(language));
  text += nl ? "\nOveral:\n" : "\nEverywhere:\n";
  list_options(text, shared_options(), language);
  text += fmt::format("  {:<26} {}\n", "--version", nl ? "toont de versie" : "shows the version");
  text += nl ? "\nExitcodes: 0 geaccepteerd (ook met signalen) of klaar; 1 signalen, met --strict; 2 afgekeurd;\n3 gebruik of regels fout; 4 invoer niet te "
               "lezen; 5 niet beoordeeld (onderbroken, schijf vol).\n"
             : "\nExit codes: 0 accepted (with signals too) or done; 1 signals, with --strict; 2 rejected;\n3 usage or rules wrong; 4 input unreadable; 5 not "
               "assessed (interrupted, disk full).\n";
  return text;
}

}  // namespace srgconv::cli
