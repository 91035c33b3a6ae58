#pragma once

#include "types/claim.h"

namespace gainsay::store {

/// The fields of a claim and the columns that hold them, once, for writing, reading and the SQL
/// text. `row` is called as row("column", field); participants and document are kept elsewhere.
template <class Row, class QuantityRef>
void each_quantity_column(Row& row, QuantityRef& q) {
  row("value_lo", q.lo);
  row("value_hi", q.hi);
  row("lo_open", q.lo_open);
  row("hi_open", q.hi_open);
  row("approximate", q.approximate);
  row("vague", q.vague);
  row("increment", q.increment);
  row("subset", q.subset);
  row("hard_lo", q.hard.lo);
  row("hard_hi", q.hard.hi);
  row("hard_lo_open", q.hard.lo_open);
  row("hard_hi_open", q.hard.hi_open);
  row("pragmatic_lo", q.pragmatic.lo);
  row("pragmatic_hi", q.pragmatic.hi);
  row("pragmatic_lo_open", q.pragmatic.lo_open);
  row("pragmatic_hi_open", q.pragmatic.hi_open);
  row("dimension", q.dimension);
  row("unit", q.unit);
  row("noun", q.noun);
  row("modifiers", q.modifiers);
  row("as_written", q.as_written);
}

template <class Row, class ClaimRef>
void each_column(Row& row, ClaimRef& c) {
  row("id", c.id);
  row("sentence", c.sentence);
  row("span_begin", c.span.begin);
  row("span_end", c.span.end);
  row("text", c.text);
  row("kind", c.kind);
  row("attribute", c.attribute);
  row("label", c.value.label);
  row.quantity(c.value.quantity);
  row("event", c.frame.event);
  row("subject", c.frame.subject);
  row("place", c.frame.place);
  row("event_from", c.frame.time.from);
  row("event_to", c.frame.time.to);
  row("event_weekday", c.frame.time.weekday);
  row("population", c.frame.population);
  row("period", c.frame.period);
  row("ordinal", c.frame.ordinal);
  row("as_of_from", c.as_of.from);
  row("as_of_to", c.as_of.to);
  row("as_of_weekday", c.as_of.weekday);
  row("voice", c.assertion.voice);
  row("speaker", c.assertion.speaker);
  row("cue", c.assertion.cue);
  row("polarity", c.assertion.polarity);
  row("modality", c.assertion.modality);
  row("quoted", c.assertion.quoted);
  row("zone", c.zone);
  row("rule", c.rule);
  row("confidence", c.confidence);
  row("denies", c.denies);
  row("fingerprint", c.fingerprint);
}

}  // namespace gainsay::store
