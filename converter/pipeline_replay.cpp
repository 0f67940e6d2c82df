// The route of `replay`: manifest, the same command into a folder beside OUT, and both folders side by side.
#include "pipeline_replay.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "pipeline.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"

namespace srgconv {
namespace {

namespace fs = std::filesystem;
using report::Input;
using report::Manifest;

std::string shown_folder(const fs::path& folder) { return (folder.is_absolute() ? folder.filename() : folder).generic_string(); }

// A folder that is removed with everything in it, before and after.
class Aside {
 public:
  explicit Aside(fs::path path) : path_(std::move(path)) { remove(); }
  ~Aside() { remove(); }
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;
  const fs::path& path() const { return path_; }

 private:
  void remove() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  fs::path path_;
};

std::optional<Manifest> manifest_of(const fs::path& folder, Diagnostics& diagnostics) {
  const auto refuse = [&](const char* code) {
    diagnostics.add(finding(code, {}, {{"folder", shown_folder(folder)}, {"file", "manifest.json"}}));
    return std::nullopt;
  };
  const fs::path file = folder / "manifest.json";
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return refuse("USE-056");
  const auto text = read::read_bytes({file, "manifest.json"}, diagnostics);
  if (!text) return std::nullopt;
  auto manifest = report::read_manifest(*text);
  return manifest ? manifest : refuse("USE-057");
}

// Finds the inputs that the command line named, by what the manifest calls them.
class Finder {
 public:
  Finder(const Manifest& manifest, std::vector<fs::path> folders, Diagnostics& diagnostics)
      : manifest_(manifest), folders_(std::move(folders)), diagnostics_(diagnostics) {}

  // The files of a role, in order; what lies in an archive is that archive, once.
  std::vector<fs::path> files(std::string_view role) {
    std::vector<fs::path> found;
    for (const Input& input : manifest_.inputs) {
      if (input.role != role) continue;
      const auto file = find(input);
      if (!file) {
        diagnostics_.add(finding("CASE-079", {}, {{"file", input.name}}));
        complete_ = false;
      } else if (std::find(found.begin(), found.end(), *file) == found.end()) {
        found.push_back(*file);
      }
    }
    return found;
  }
  bool complete() const { return complete_; }

 private:
  // Of files of this name the one that has the recorded content, else the first.
  std::optional<fs::path> find(const Input& input) const {
    std::optional<fs::path> first;
    for (const fs::path& folder : folders_) {
      std::error_code error;
      for (fs::path name = input.name; !name.empty(); name = name.parent_path()) {
        const fs::path file = folder / name;
        if (!fs::is_regular_file(file, error)) continue;
        if (read::sha256_of(file).value_or("") == input.sha256) return file;
        if (!first) first = file;
        break;
      }
    }
    return first;
  }

  const Manifest& manifest_;
  std::vector<fs::path> folders_;
  Diagnostics& diagnostics_;
  bool complete_ = true;
};

std::string option(const Manifest& manifest, const char* name) {
  const auto found = manifest.head.options.find(name);
  return found == manifest.head.options.end() ? std::string() : found->second;
}

std::optional<Date> date_of(const Manifest& manifest) { return DatePattern::compile("yyyy-mm-dd")->read(option(manifest, "date"), false).date; }

std::vector<std::string> results_of(const Manifest& manifest) {
  std::vector<std::string> names;
  const std::string all = option(manifest, "results");
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find(',', begin), all.size());
    names.push_back(all.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

bool convert_again(const ReplayRequest& request, const Manifest& manifest, const fs::path& aside, Diagnostics& diagnostics) {
  const fs::path out = fs::absolute(request.out).lexically_normal();
  Finder finder(manifest, {fs::absolute(request.from).parent_path(), out.parent_path(), fs::current_path()}, diagnostics);
  ConvertRequest again{request.from, aside, true, date_of(manifest), request.threads, request.key, request.program};
  again.decisions = finder.files("decisions");
  again.earlier = finder.files("earlier");
  if (const auto waivers = finder.files("waivers"); !waivers.empty()) again.waivers = waivers.front();
  again.results = results_of(manifest);
  return finder.complete() && convert(again, diagnostics).has_value();
}

bool verify_again(const ReplayRequest& request, const Manifest& manifest, const fs::path& aside, Diagnostics& diagnostics) {
  // Messages name files as the command line did: from the folder in which it was given.
  if (!request.from.empty()) fs::current_path(request.from);
  Finder finder(manifest, {fs::path()}, diagnostics);
  VerifyRequest again{finder.files("conversion"), finder.files("old"), finder.files("new"), option(manifest, "pack"), date_of(manifest), request.program};
  again.earlier = finder.files("earlier");
  if (const auto waivers = finder.files("waivers"); !waivers.empty()) again.waivers = waivers.front();
  again.threads = request.threads;
  again.results = results_of(manifest);
  again.out = aside;
  again.force = true;
  return finder.complete() && verify_submission(again, diagnostics).has_value();
}

// Inputs that are not the same in both manifests, each named once.
void compare_inputs(const Manifest& before, const Manifest& now, report::Replay& result) {
  const auto by_name = [](const Manifest& manifest) {
    std::map<std::pair<std::string, std::string>, std::multiset<std::string>> inputs;
    for (const Input& input : manifest.inputs) {
      // Of the program its bytes are the name: two builds of one version are two programs.
      inputs[{input.role, input.role == "program" ? "program" : input.name}].insert(input.sha256);
    }
    return inputs;
  };
  auto inputs_before = by_name(before), inputs_now = by_name(now);
  result.inputs = before.inputs.size();
  for (const auto& [name, hashes] : inputs_before) {
    const auto found = inputs_now.find(name);
    const bool same = found != inputs_now.end() && found->second == hashes;
    if (name.first == "program")
      result.program_changed = !same;
    else if (!same)
      result.changed.push_back({name.first, name.second, found == inputs_now.end() ? "" : *found->second.begin()});
  }
  for (const auto& [name, hashes] : inputs_now) {
    if (!inputs_before.contains(name)) result.changed.push_back({name.first, name.second, *hashes.begin()});
  }
}

// False also when one of the two is not there.
bool same_bytes(const fs::path& a, const fs::path& b) {
  std::ifstream one(a, std::ios::binary), other(b, std::ios::binary);
  if (!one || !other) return false;
  std::vector<char> block_one(std::size_t{1} << 20), block_other(block_one.size());
  while (one && other) {
    one.read(block_one.data(), static_cast<std::streamsize>(block_one.size()));
    other.read(block_other.data(), static_cast<std::streamsize>(block_other.size()));
    if (one.gcount() != other.gcount() || !std::equal(block_one.begin(), block_one.begin() + one.gcount(), block_other.begin())) return false;
  }
  return one.eof() && other.eof();
}

}  // namespace

std::optional<report::Replay> replay(const ReplayRequest& request, bool& could_not_run, Diagnostics& diagnostics) {
  could_not_run = false;
  const fs::path out = fs::absolute(request.out.has_filename() ? request.out : request.out.parent_path()).lexically_normal();
  const auto manifest = manifest_of(out, diagnostics);
  if (!manifest) return std::nullopt;
  const std::string& command = manifest->head.command;
  const auto refuse = [&](const char* code) {
    diagnostics.add(finding(code, {}, {{"folder", shown_folder(request.out)}, {"command", command}}));
    return std::nullopt;
  };
  if (command != "convert" && command != "verify") return refuse("USE-059");
  if (command == "convert" && request.from.empty()) return refuse("USE-058");

  const Aside aside(out.parent_path() / ("." + out.filename().string() + ".srgconv-replay"));
  Diagnostics running;
  const bool ran = command == "convert" ? convert_again(request, *manifest, aside.path(), running) : verify_again(request, *manifest, aside.path(), running);
  could_not_run = !ran;
  if (!ran) {
    diagnostics.append(std::move(running));
    return std::nullopt;
  }
  const auto now = manifest_of(aside.path(), diagnostics);
  if (!now) return std::nullopt;

  report::Replay result;
  result.folder = shown_folder(request.out);
  result.command = command;
  compare_inputs(*manifest, *now, result);
  std::set<std::string> names;
  for (const auto* outputs : {&manifest->outputs, &now->outputs}) {
    for (const auto& [name, sha256] : *outputs) names.insert(name);
  }
  result.outputs = names.size();
  for (const std::string& name : names) {
    if (!same_bytes(out / name, aside.path() / name)) result.different.push_back(name);
  }
  return result;
}

}  // namespace srgconv
