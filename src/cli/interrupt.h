#pragma once

namespace gainsay::cli {

/// From now on Ctrl-C and a request to end say on standard error what became of the work; the
/// program then ends by the signal, as shells expect (status 130, 143).
void explain_interrupts();

}  // namespace gainsay::cli
