// A page about rule files that a colleague who never programmed can read and sign: every rule in plain words, Dutch or English, as Markdown or HTML.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "pack/pack.hpp"
#include "rules/rules.hpp"
#include "rules/syntax_tree.hpp"

namespace srgconv::document {

/// A rule file as it was read.
struct RuleFile {
  std::string name;    ///< as shown: `mappings/voorbeeld-a.rules`
  std::string sha256;  ///< 64 hexadecimal digits
  rules::syntax::File tree;
};

/// What belongs to one rule file that was asked for: its checked rules, the file and those it imports, and the pack.
struct Subject {
  const rules::RuleSet& rules;
  const pack::Pack* pack = nullptr;  ///< null: none was imported
  std::vector<RuleFile> files;       ///< the file itself first; not those of the pack
};

enum class Form { markdown, html };

/// The page. Same rules, same bytes. A file that several subjects import is told once; personal numbers print masked.
std::string document(const std::vector<Subject>& subjects, Language language, Form form);

}  // namespace srgconv::document
