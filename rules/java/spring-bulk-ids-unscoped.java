package shop;

class OrderController {
    @PostMapping("/delete")
    void removeMany(@RequestBody List<Long> ids) {
        // ruleid: spring-bulk-ids-unscoped
        repo.deleteAllById(ids);
    }

    @GetMapping("/export")
    List<Order> export(@RequestParam("ids") List<Long> ids) {
        // ruleid: spring-bulk-ids-unscoped
        return repo.findAllById(ids);
    }

    @PostMapping("/delete")
    void removeManyFixed(@RequestBody List<Long> ids, @AuthenticationPrincipal User me) {
        // ok: spring-bulk-ids-unscoped
        repo.deleteByIdInAndOwnerId(ids, me.getId());
    }

    @PreAuthorize("hasRole('ADMIN')")
    @GetMapping("/export")
    List<Order> exportFixed(@RequestParam("ids") List<Long> ids) {
        // ok: spring-bulk-ids-unscoped
        return repo.findAllById(ids);
    }

    void purge(List<Long> expired) {
        // ok: spring-bulk-ids-unscoped
        repo.deleteAllById(expired);
    }
}
