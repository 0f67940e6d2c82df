// What commands share: printing, exit codes, and the secret of the pseudonyms.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "write/write.hpp"

#ifndef SRGCONV_VERSION
#error "the build defines SRGCONV_VERSION"
#endif

namespace srgconv::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t shortest_key = 16;

// The contents of a key file without a line end at its end; nothing when it cannot be read or is too short.
std::optional<std::string> read_key(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  std::string key = content.str();
  while (!key.empty() && (key.back() == '\n' || key.back() == '\r')) key.pop_back();
  if (!file || key.size() < shortest_key) return std::nullopt;
  return key;
}

std::optional<fs::path> own_key_path() {
  if (const char* configuration = std::getenv("XDG_CONFIG_HOME"); configuration != nullptr && *configuration != '\0')
    return fs::path(configuration) / "srgconv" / "key";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') return fs::path(home) / ".config" / "srgconv" / "key";
  return std::nullopt;
}

// 32 random bytes as hexadecimal digits: the only randomness in the program, and an input ever after.
std::string new_key() {
  std::random_device device;
  std::string key;
  for (int i = 0; i < 8; ++i) key += fmt::format("{:08x}", device());
  return key;
}

}  // namespace

std::string program_version() { return "srgconv " SRGCONV_VERSION; }

ExitCode exit_code_of(const Diagnostics& diagnostics) {
  const auto& all = diagnostics.all();
  const bool unreadable = std::any_of(all.begin(), all.end(), [](const Diagnostic& diagnostic) {
    return message(diagnostic.code).severity == Severity::error &&
           (diagnostic.code.starts_with("READ-") || diagnostic.code.starts_with("SYS-") || diagnostic.code == "CASE-005" || diagnostic.code == "CASE-010");
  });
  return unreadable ? ExitCode::unreadable : ExitCode::usage;
}

ExitCode exit_code_of(verify::Verdict verdict, bool strict) {
  switch (verdict) {
    case verify::Verdict::accepted: return ExitCode::done;
    case verify::Verdict::accepted_with_signals: return strict ? ExitCode::signals : ExitCode::done;
    case verify::Verdict::rejected: return ExitCode::rejected;
    case verify::Verdict::not_assessed: break;
  }
  return ExitCode::not_assessed;
}

void print_result(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

void print_messages(const Diagnostics& diagnostics, Language language, std::size_t most_warnings, bool notes) {
  Diagnostics shown;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (const SourceText* text = diagnostics.text_of(diagnostic.primary.file)) shown.keep_text(*text);
  }
  std::size_t warnings = 0;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    const Severity severity = message(diagnostic.code).severity;
    if (severity == Severity::note && !notes && !diagnostic.code.starts_with("USE-")) continue;
    if (severity == Severity::warning && ++warnings > most_warnings) continue;
    shown.add(diagnostic);
  }
  std::string text = render_all(shown, language);
  if (warnings > most_warnings) {
    text += language == Language::nl ? fmt::format("srgconv: nog {} waarschuwingen; report.json heeft ze alle\n", warnings - most_warnings)
                                     : fmt::format("srgconv: {} more warnings; report.json has all of them\n", warnings - most_warnings);
  }
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void tell_findings(const verify::Verification& verification, Run& run, std::size_t most_per_check) {
  // What people wrote and should look at again comes first; then findings, for what checks say matters more than single rows.
  Diagnostics told;
  std::vector<std::string> decisions = run.arguments.all("--decisions");
  if (run.arguments.has("--waivers")) decisions.push_back(run.arguments.one("--waivers"));
  const auto is_about_decisions = [&](const Diagnostic& finding) {
    const fs::path place = fs::path(finding.primary.file).filename();
    return std::any_of(decisions.begin(), decisions.end(), [&](const std::string& file) { return fs::path(file).filename() == place; });
  };
  for (const Diagnostic& finding : run.diagnostics.all()) {
    if (is_about_decisions(finding)) told.add(finding);
  }
  const auto is_told = [&](const Diagnostic& finding) {
    return std::any_of(told.all().begin(), told.all().end(), [&](const Diagnostic& other) {
      return other.code == finding.code && other.primary == finding.primary && other.arguments == finding.arguments;
    });
  };
  for (const verify::CheckResult& check : verification.checks) {
    for (std::size_t i = 0; i < std::min(most_per_check, check.findings.size()); ++i) {
      // One cause, such as a file that cannot be read, is the finding of every check that needs it.
      if (!is_told(check.findings[i])) told.add(check.findings[i]);
    }
  }
  const auto keep_text_of = [&](const SourceSpan& place) {
    const SourceText* text = run.diagnostics.text_of(place.file);
    if (text != nullptr && told.text_of(place.file) == nullptr) told.keep_text(*text);
  };
  for (const Diagnostic& finding : run.diagnostics.all()) {
    if (!is_about_decisions(finding)) told.add(finding);
    keep_text_of(finding.primary);
    for (const auto& related : finding.related) keep_text_of(related.span);
  }
  run.diagnostics = {};
  print_messages(told, run.language);  // before the result, so that the verdict stands last on the screen
}

bool result_in_colour() { return isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr; }

std::optional<std::string> pseudonym_key(Run& run) {
  const auto refuse = [&](const char* code, const fs::path& file) {
    run.diagnostics.add({code, {}, {{"file", file.filename().string()}}, {}, {}});
    return std::nullopt;
  };
  std::string given = run.arguments.one("--key");
  if (given.empty()) {
    if (const char* named = std::getenv("SRGCONV_KEY_FILE"); named != nullptr) given = named;
  }
  if (!given.empty()) {
    auto key = read_key(given);
    return key ? key : refuse("USE-009", given);
  }
  const auto own = own_key_path();
  if (!own) return refuse("USE-014", "~/.config/srgconv/key");
  if (fs::exists(*own)) {
    auto key = read_key(*own);
    return key ? key : refuse("USE-009", *own);
  }
  std::error_code error;
  fs::create_directories(own->parent_path(), error);
  if (error) return refuse("USE-014", *own);
  const std::string key = new_key();
  write::write_file(*own, key + "\n");
  run.diagnostics.add({"USE-013", {}, {{"file", own->string()}}, {}, {}});
  return key;
}

}  // namespace srgconv::cli
