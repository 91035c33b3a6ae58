#include "draft_directives.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace gainsay::pipeline {
namespace {

bool is_finding_id(const std::string& id) {
  return id.size() == 16 && id.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

DraftDirectives::DraftDirectives(const text::Document& draft, std::optional<Instant> today,
                                 bool reasons, const std::vector<std::string>& known)
    : draft_(draft), directives_(suppress::read_directives(draft)) {
  for (const suppress::Directive& directive : directives_.found)
    look_up(directive, known);
  std::erase_if(directives_.found, [&](const suppress::Directive& directive) {
    return !counts(directive, today, reasons);
  });
  for (const suppress::Directive& directive : directives_.found)
    used_.emplace_back(directive.ids.size());
}

bool DraftDirectives::take_back(const Finding& finding, const Claim& claim) {
  const std::vector<std::string> names = {name(finding.verdict), claim.attribute, claim.rule,
                                          to_hex(finding.id.value())};
  bool taken = false;
  for (std::size_t i = 0; i < used_.size(); ++i) {
    for (const std::size_t id :
         suppress::applying_ids(directives_.found[i], claim.span.begin, claim.text, names)) {
      used_[i][id] = true;
      taken = true;
    }
  }
  return taken;
}

std::vector<Error> DraftDirectives::unused() const {
  std::vector<Error> out;
  for (std::size_t i = 0; i < used_.size(); ++i) {
    const suppress::Directive& directive = directives_.found[i];
    std::string ids;
    for (std::size_t id = 0; id < used_[i].size(); ++id) {
      if (!used_[i][id]) ids += " " + directive.ids[id];
    }
    if (ids.empty()) continue;
    out.push_back({ErrorCode::kInvalidText, suppress::place(draft_, directive),
                   directive.keyword + ids + ": takes nothing back; remove it"});
  }
  return out;
}

bool DraftDirectives::counts(const suppress::Directive& directive, std::optional<Instant> today,
                             bool reasons) {
  std::string problem;
  if (directive.until && today && *directive.until + std::chrono::days(1) <= *today) {
    problem = "has run out on " + to_iso(*directive.until).substr(0, 10) + "; remove it";
  } else if (reasons && directive.reason.empty()) {
    problem = directive.keyword + ": give the reason behind a colon";
  }
  if (problem.empty()) return true;
  directives_.problems.push_back(
      {ErrorCode::kInvalidText, suppress::place(draft_, directive), std::move(problem)});
  return false;
}

void DraftDirectives::look_up(const suppress::Directive& directive,
                              const std::vector<std::string>& known) {
  for (const std::string& id : directive.ids) {
    const bool exists = is_finding_id(id) || id.starts_with("count:") ||
                        std::ranges::any_of(known, [&](const std::string& name) {
                          return suppress::matches(id, name);
                        });
    if (exists) continue;
    directives_.problems.push_back(
        {ErrorCode::kInvalidText, suppress::place(draft_, directive),
         "\"" + id + "\" is no verdict, no rule and no id of a finding; see gainsay rules list"});
  }
}

}  // namespace gainsay::pipeline
