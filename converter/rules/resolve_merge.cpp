// `merge rows with equal ... { ... }`: which fields tell that rows belong together, and what the merged provision takes of the others.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "rules/lexemes.hpp"
#include "rules/resolve.hpp"

namespace srgconv::rules {
namespace {

constexpr std::array<std::pair<std::string_view, MergeWay>, 5> way_names = {
    {{"equal", MergeWay::equal}, {"earliest", MergeWay::earliest}, {"latest", MergeWay::latest}, {"first", MergeWay::first}, {"last", MergeWay::last}}};

class MergeResolver {
 public:
  MergeResolver(const syntax::Merge& written, const std::set<TargetField>& assigned, Environment& environment)
      : written_(written), assigned_(assigned), environment_(environment) {}

  Merge run() {
    merge_.span = environment_.place({written_.span.begin, written_.span.begin + 5});
    merge_.ways[static_cast<std::size_t>(TargetField::description)] = MergeWay::first;  // free text is never compared
    for (const syntax::Word& word : written_.equal) {
      if (const auto field = named_once(word)) merge_.equal.push_back(*field);
    }
    if (std::find(merge_.equal.begin(), merge_.equal.end(), TargetField::bsn) == merge_.equal.end()) {
      environment_.report("RULE-152", span_of(written_.equal));
    }
    if (written_.days) merge_.within_days = resolve_days(*written_.days, environment_);
    for (const syntax::MergeWay& way : written_.ways) take(way);
    return std::move(merge_);
  }

 private:
  static syntax::Span span_of(const std::vector<syntax::Word>& words) { return {words.front().span.begin, words.back().span.end}; }

  // The field, unless it is unknown, not filled, or named before.
  std::optional<TargetField> named_once(const syntax::Word& word) {
    const auto field = find_target(word.text);
    if (!field || kind_of(*field) != MappingTarget::provision) {
      const std::vector<std::string> names = target_names(MappingTarget::provision);
      environment_.report("RULE-037", word.span, {{"target", word.text}, {"targets", listed(names)}}, near_name(word.text, names));
      return std::nullopt;
    }
    if (assigned_.count(*field) == 0) environment_.report("RULE-053", word.span, {{"target", word.text}});
    const auto [earlier, fresh] = named_.emplace(*field, word.span);
    if (fresh) return field;
    environment_.report("RULE-073", word.span, {{"name", word.text}}, {}, {{environment_.place(earlier->second), "RULE-100"}});
    return std::nullopt;
  }

  void take(const syntax::MergeWay& written) {
    const auto field = named_once(written.target);
    if (!field) return;
    const auto way = std::find_if(way_names.begin(), way_names.end(), [&](const auto& each) { return each.first == written.way.text; })->second;
    if ((way == MergeWay::earliest || way == MergeWay::latest) && type_of(*field) != ValueType::date) {
      environment_.report("RULE-153", written.way.span, {{"way", written.way.text}, {"target", written.target.text}});
    }
    merge_.ways[static_cast<std::size_t>(*field)] = way;
  }

  const syntax::Merge& written_;
  const std::set<TargetField>& assigned_;
  Environment& environment_;
  Merge merge_;
  std::map<TargetField, syntax::Span> named_;
};

}  // namespace

Merge resolve_merge(const syntax::Merge& written, const std::set<TargetField>& assigned, Environment& environment) {
  return MergeResolver(written, assigned, environment).run();
}

}  // namespace srgconv::rules
