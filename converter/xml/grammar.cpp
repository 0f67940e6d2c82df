// Xerces up and down, and schemas compiled into grammars: once per thread, from one folder tree only.
#include <sys/stat.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <tuple>
#include <utility>

#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLEntityResolver.hpp>
#include <xercesc/util/XMLException.hpp>
#include <xercesc/util/XMLResourceIdentifier.hpp>
#include <xercesc/util/XMLUni.hpp>
#include <xercesc/validators/common/Grammar.hpp>

#include "xml/file_source.hpp"
#include "xml/xerces_reader.hpp"
#include "xml/xerces_text.hpp"
#include "xml/xml.hpp"

namespace srgconv::xml {
namespace {

namespace fs = std::filesystem;

bool lies_below(const fs::path& file, const fs::path& folder) {
  const fs::path relative = file.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

// Serves what a schema includes or imports, when it is a file below one folder; symbolic links are followed before that is judged.
class FolderResolver : public xercesc::XMLEntityResolver {
 public:
  explicit FolderResolver(const fs::path& folder) : folder_(fs::weakly_canonical(folder)) {}

  xercesc::InputSource* resolveEntity(xercesc::XMLResourceIdentifier* wanted) override {
    const XMLCh* location = wanted->getSchemaLocation() != nullptr ? wanted->getSchemaLocation() : wanted->getSystemId();
    const std::string text = to_utf8(location);
    if (text.empty()) return nullptr;  // an import that names no file
    const fs::path from = fs::path(to_utf8(wanted->getBaseURI())).parent_path();
    std::error_code ignored;
    const fs::path file = fs::weakly_canonical(from / text, ignored);
    if (text.find("://") != std::string::npos || !lies_below(file, folder_)) {
      refused.push_back(text);
      return nullptr;
    }
    if (unreadable(file)) {
      missing.push_back(text);
      return nullptr;
    }
    return new FileSource(file, text);
  }

  const fs::path& folder() const { return folder_; }
  std::vector<std::string> refused, missing;

 private:
  fs::path folder_;
};

// Collects the faults of schemas; a schema holds no personal data, so their texts pass whole.
class SchemaReader : public XercesReader {
 public:
  explicit SchemaReader(xercesc::XMLGrammarPool* pool) : XercesReader(pool) {}
  void error(unsigned int, const XMLCh*, xercesc::XMLErrorReporter::ErrTypes, const XMLCh* text, const XMLCh* system_id, const XMLCh*, XMLFileLoc line,
             XMLFileLoc) override {
    faults.push_back({to_utf8(system_id), static_cast<std::uint32_t>(line), to_utf8(text)});
  }
  struct Fault {
    fs::path file;
    std::uint32_t line;
    std::string text;
  };
  std::vector<Fault> faults;
};

// A schema is named by its path and by the state of its file, so that a changed one is compiled again.
using CacheKey = std::tuple<std::string, std::string, std::int64_t, std::int64_t, std::int64_t>;

std::map<CacheKey, std::unique_ptr<Grammar>>& cache() {
  thread_local std::map<CacheKey, std::unique_ptr<Grammar>> kept;
  return kept;
}

}  // namespace

Library::Library() {
  // Read by Xerces at its start. A DOCTYPE is then a fatal error of a document and of a schema.
  ::setenv("XERCES_DISABLE_DTD", "1", 1);
  xercesc::XMLPlatformUtils::Initialize();
}

Library::~Library() {
  cache().clear();
  xercesc::XMLPlatformUtils::Terminate();
}

Grammar::Grammar() : pool_(std::make_unique<Pool>()) {}

Grammar::~Grammar() = default;

std::unique_ptr<Grammar> Grammar::load(const fs::path& schema, const std::string& shown_name, Diagnostics& diagnostics, const fs::path& served) {
  const auto fail_at = [&](std::string_view code, std::string name, std::uint32_t line, std::string detail) {
    diagnostics.add(finding(code, {std::move(name), line}, {{"detail", std::move(detail)}}));
  };
  const auto fail = [&](std::string_view code, std::string detail) { fail_at(code, shown_name, 0, std::move(detail)); };
  if (const auto reason = unreadable(schema)) {
    fail("READ-202", *reason);
    return nullptr;
  }
  const fs::path file = fs::canonical(schema);
  FolderResolver resolver(served.empty() ? file.parent_path() : served);
  std::unique_ptr<Grammar> grammar(new Grammar);
  bool loaded = false;
  bool told = false;
  {
    SchemaReader reader(&grammar->pool_->pool);
    reader.setXMLEntityResolver(&resolver);
    reader.setFeature(xercesc::XMLUni::fgXercesLoadSchema, true);  // what the schema itself includes
    try {
      const FileSource source(file, shown_name);
      loaded = reader.loadGrammar(source, xercesc::Grammar::SchemaGrammarType, true) != nullptr;
    } catch (const xercesc::XMLException& exception) {
      reader.faults.push_back({file, 0, to_utf8(exception.getMessage())});
    }
    // A grammar can come back although an included file was not found, so the faults decide. Refused and missing files first: they cause the rest.
    for (const std::string& location : resolver.refused) fail("READ-203", location);
    for (const std::string& location : resolver.missing) fail("READ-204", location);
    told = !resolver.refused.empty() || !resolver.missing.empty();
    if (!told) {
      // An included schema is named as it lies in the served folder.
      for (const auto& [at, line, text] : reader.faults) {
        const bool elsewhere = !at.empty() && at != file && lies_below(at, resolver.folder());
        fail_at("READ-205", elsewhere ? at.lexically_relative(resolver.folder()).generic_string() : shown_name, line, text);
      }
      told = !reader.faults.empty();
    }
  }
  if (!loaded && !told) fail("READ-202", "XMLSchema");
  if (!loaded || told) return nullptr;
  grammar->pool_->pool.lockPool();
  return grammar;
}

const Grammar* Grammar::cached(const fs::path& schema, const std::string& shown_name, Diagnostics& diagnostics, const fs::path& served) {
  struct stat facts {};
  if (::stat(schema.c_str(), &facts) != 0) {
    load(schema, shown_name, diagnostics, served);  // tells why
    return nullptr;
  }
  const CacheKey key{schema.string(), served.string(), facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec, facts.st_size};
  const auto found = cache().find(key);
  if (found != cache().end()) return found->second.get();
  auto grammar = load(schema, shown_name, diagnostics, served);
  return grammar == nullptr ? nullptr : cache().emplace(key, std::move(grammar)).first->second.get();
}

}  // namespace srgconv::xml
