// A page as a row of blocks, and its two renderings. Pure functions: same page, same bytes.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "document/phrase.hpp"

namespace srgconv::document {

/// A heading of level 2 or 3; the page's title is its only one of level 1.
struct Heading {
  int level = 2;
  Phrase text;
};

struct Paragraph {
  Phrase text;
};

struct List {
  std::vector<Phrase> items;
  bool ordered = false;
};

/// A table with a header row. `to_fill_in`: its cells are empty, to be written in by hand.
struct Table {
  std::vector<Phrase> head;
  std::vector<std::vector<Phrase>> rows;
  bool to_fill_in = false;
};

using Block = std::variant<Heading, Paragraph, List, Table>;

struct Page {
  Phrase title;
  Phrase contents;  ///< the heading above the table of contents
  std::vector<Block> blocks;
};

/// GitHub's Markdown (CommonMark with tables). No sign of a phrase means anything but itself.
std::string markdown(const Page& page);
/// One file without scripts and without anything fetched: readable on a screen, on paper and by a screen reader.
std::string html(const Page& page, Language language);

}  // namespace srgconv::document
