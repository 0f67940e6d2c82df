// Rows of one source: the common ones by programs, the others by evaluation.
#include <utility>

#include "map/known_codes.hpp"
#include "map/map.hpp"
#include "map/quick_mapping.hpp"

namespace srgconv::map {

class Mapper::Contents {
 public:
  explicit Contents(Context context) : context_(std::move(context)), codes_(context_.codes), quick_(context_) {}

  const RowView& view(SourceRow& row) {
    if (is_quick(row)) return view_;
    copy_row(row, record_);
    map_record(context_, record_, codes_, row_);
    look_at_row();
    return view_;
  }
  MappedRow& map(SourceRow& row) {
    if (is_quick(row)) {
      take_view();
    } else {
      copy_row(row, record_);
      map_record(context_, record_, codes_, row_);
    }
    return row_;
  }
  MappedRow& map(const SourceRecord& record) {
    looked_at_.look_at(record);
    if (is_quick(looked_at_)) {
      take_view();
    } else {
      map_record(context_, record, codes_, row_);
    }
    return row_;
  }

 private:
  // Fills the view. Who looks on, and what records the ways through the mapping, sees evaluation only.
  bool is_quick(SourceRow& row) { return context_.taken == nullptr && context_.witness == nullptr && quick_.map(row, codes_, view_); }

  // From the view to the row.
  void take_view() {
    if (view_.outcome != RowOutcome::used || row_.outcome != RowOutcome::used) row_.why = view_.why == nullptr ? Diagnostic{} : *view_.why;
    row_.outcome = view_.outcome;
    row_.rule = *view_.rule;
    row_.link = view_.link ? std::optional(MappedLink{std::string(view_.link->old_id), std::string(view_.link->new_id), std::string(view_.link->new_sender)})
                           : std::nullopt;
    row_.misspelt.reset();
    row_.provisions.clear();
    row_.provisions.reserve(view_.provisions.size());
    for (const ProvisionView& made : view_.provisions) {
      row_.provisions.push_back({{ProvisionKey{context_.numbering, std::string(made.id)}, made.bsn, std::string(made.type), made.start, made.end,
                                  std::string(made.goal), std::string(made.work_capacity), made.wage_value, std::string(made.description)},
                                 *made.rule});
    }
  }

  // From the row to the view.
  void look_at_row() {
    view_.outcome = row_.outcome;
    view_.why = row_.outcome == RowOutcome::used ? nullptr : &row_.why;
    view_.rule = &row_.rule;
    view_.link = row_.link ? std::optional(LinkView{row_.link->old_id, row_.link->new_id, row_.link->new_sender}) : std::nullopt;
    provisions_.clear();
    for (const MappedProvision& made : row_.provisions) {
      const Provision& p = made.provision;
      provisions_.push_back({p.bsn, p.key.id, p.type, p.start, p.end, p.goal, p.work_capacity, p.wage_value, p.description, &made.rule});
    }
    view_.provisions = provisions_;
  }

  Context context_;
  KnownCodes codes_;
  QuickMapping quick_;
  RowView view_;
  RecordRow looked_at_;
  SourceRecord record_;  // of a row that is evaluated
  MappedRow row_;
  std::vector<ProvisionView> provisions_;  // of row_
};

Mapper::Mapper(Context context) : contents_(std::make_unique<Contents>(std::move(context))) {}
Mapper::~Mapper() = default;
Mapper::Mapper(Mapper&&) noexcept = default;
Mapper& Mapper::operator=(Mapper&&) noexcept = default;

const RowView& Mapper::view(SourceRow& row) { return contents_->view(row); }
MappedRow& Mapper::map(SourceRow& row) { return contents_->map(row); }
MappedRow& Mapper::map(const SourceRecord& record) { return contents_->map(record); }

}  // namespace srgconv::map
