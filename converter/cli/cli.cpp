// Reads the command line by the specifications of the commands, and runs the one that was named. The only file that includes CLI11.
#include "cli/cli.hpp"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <thread>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "logging/logging.hpp"
#include "xml/xml.hpp"

namespace srgconv::cli {
namespace {

// The language that the arguments ask for, found before they are checked, so that mistakes in them are told in it.
Language language_of(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang=en" || (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "en")) return Language::en;
  }
  return Language::nl;
}

bool asks_for_help(const std::vector<std::string>& arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [](const std::string& argument) { return argument == "--help" || argument == "-h"; });
}

// The specification's options as CLI11 knows them, and what was given, by name.
class Parser {
 public:
  explicit Parser(const Command& command) : command_(command) {
    app_.set_help_flag("");
    for (const OptionSpec& option : command.options) add(option);
    for (const OptionSpec& option : shared_options()) add(option);
  }

  // Fills `run`; false, with USE-0xx, when the arguments do not fit.
  bool parse(const std::vector<std::string>& arguments, Run& run) {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // CLI11 takes them last first
    try {
      app_.parse(reversed);
    } catch (const CLI::ExtrasError&) {
      const auto extras = app_.remaining();
      return refuse(run, "USE-002", {{"option", extras.empty() ? std::string{} : extras.front()}},
                    similar_name(extras.empty() ? "" : extras.front(), option_names()));
    } catch (const CLI::ParseError& error) {
      return refuse(run, "USE-003", {{"argument", mentioned_in(error.what())}}, {});
    }
    for (const Given& given : given_) {
      if (given.option->count() > 0) run.arguments.add(given.spec->name, given.spec->arity == Arity::one ? std::vector{given.value} : given.values);
    }
    // A list of what there is asks for nothing else.
    const bool lists = run.arguments.has("--list");
    for (const OptionSpec& option : command_.options) {
      const auto values = run.arguments.all(option.name);
      const bool has_empty = std::find(values.begin(), values.end(), "") != values.end();
      if (has_empty || (option.required && values.empty() && !lists)) return refuse(run, "USE-003", {{"argument", std::string(option.name)}}, {});
    }
    return true;
  }

 private:
  struct Given {
    const OptionSpec* spec;
    CLI::Option* option;
    std::string value;                // Arity::one
    std::vector<std::string> values;  // Arity::many
  };

  void add(const OptionSpec& spec) {
    given_.push_back({&spec, nullptr, {}, {}});
    Given& given = given_.back();
    const std::string names = spec.name.starts_with("-")
                                  ? (spec.brief.empty() ? std::string(spec.name) : std::string(spec.brief) + "," + std::string(spec.name))
                                  : positional_name(spec);
    if (spec.arity == Arity::none) {
      given.option = app_.add_flag(names);
    } else if (spec.arity == Arity::one) {
      given.option = app_.add_option(names, given.value);
    } else {
      given.option = app_.add_option(names, given.values);
    }
  }

  // CLI11 takes no dots in positional names.
  static std::string positional_name(const OptionSpec& spec) {
    std::string name(spec.name);
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
  }

  std::vector<std::string> option_names() const {
    std::vector<std::string> names;
    for (const Given& given : given_) names.emplace_back(given.spec->name);
    return names;
  }

  // The option that a message of CLI11 is about.
  std::string mentioned_in(const std::string& message) const {
    for (const Given& given : given_) {
      if (message.find(given.spec->name) != std::string::npos) return std::string(given.spec->name);
    }
    return message;
  }

  bool refuse(Run& run, const char* code, std::map<std::string, std::string> arguments, std::optional<std::string> suggestion) const {
    arguments.emplace("command", command_.name);
    run.diagnostics.add({code, {}, std::move(arguments), std::move(suggestion), {}});
    return false;
  }

  const Command& command_;
  CLI::App app_;
  std::deque<Given> given_;
};

// The values of the shared options; false, with USE-004, when one is not good.
bool read_shared_options(Run& run) {
  const auto refuse = [&](const char* option, const Words& expected) {
    run.diagnostics.add({"USE-004",
                         {},
                         {{"value", run.arguments.one(option)},
                          {"option", option},
                          {"expected", std::string(expected.in(run.language))},
                          {"command", std::string(run.command)}},
                         {},
                         {}});
    return false;
  };
  if (run.arguments.has("--lang") && run.arguments.one("--lang") != "nl" && run.arguments.one("--lang") != "en")
    return refuse("--lang", {"nl of en", "nl or en"});
  run.json = run.arguments.has("--json");
  run.strict = run.arguments.has("--strict");
  run.threads = std::max(1U, std::thread::hardware_concurrency());
  if (const std::string text = run.arguments.one("--threads"); !text.empty()) {
    const auto number = Decimal::parse(text);
    if (!number || !number->is_whole() || *number < Decimal::whole(1) || *number > Decimal::whole(256))
      return refuse("--threads", {"een getal van 1 tot en met 256", "a number from 1 to 256"});
    run.threads = static_cast<unsigned>(number->units() / 10000);
  }
  if (const std::string text = run.arguments.one("--date"); !text.empty()) {
    run.date = DatePattern::compile("yyyy-mm-dd")->read(text, false).date;
    if (!run.date) return refuse("--date", {"een datum als 2022-02-10", "a date like 2022-02-10"});
  }
  log::start(run.arguments.has("--verbose"));
  return true;
}

int finish(const Run& run, ExitCode code) {
  print_messages(run.diagnostics, run.language);
  log::flush();
  return static_cast<int>(code);
}

}  // namespace

int run(const std::vector<std::string>& arguments) {
  Run run;
  run.language = language_of(arguments);
  const auto is_option = [](const std::string& argument) { return argument.starts_with("-"); };
  if (std::find(arguments.begin(), arguments.end(), "--version") != arguments.end()) {
    print_result(program_version() + "\n");
    return static_cast<int>(ExitCode::done);
  }
  if (arguments.empty() || is_option(arguments.front())) {
    if (asks_for_help(arguments)) {
      print_result(help(run.language));
      return static_cast<int>(ExitCode::done);
    }
    run.diagnostics.add({"USE-005", {}, {}, {}, {}});
    return finish(run, ExitCode::usage);
  }
  const auto command = std::find_if(commands().begin(), commands().end(), [&](const Command& candidate) { return candidate.name == arguments.front(); });
  if (command == commands().end()) {
    std::vector<std::string> names;
    for (const Command& candidate : commands()) names.emplace_back(candidate.name);
    run.diagnostics.add({"USE-001", {}, {{"command", arguments.front()}}, similar_name(arguments.front(), names), {}});
    return finish(run, ExitCode::usage);
  }
  if (asks_for_help(arguments)) {
    print_result(help(*command, run.language));
    return static_cast<int>(ExitCode::done);
  }
  run.command = command->name;
  if (!Parser(*command).parse({arguments.begin() + 1, arguments.end()}, run) || !read_shared_options(run)) return finish(run, ExitCode::usage);
  const xml::Library xml_library;
  return finish(run, command->run(run));
}

}  // namespace srgconv::cli
