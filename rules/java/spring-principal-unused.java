package shop;

@RestController
class OrderController {
    // ruleid: spring-principal-unused
    @DeleteMapping("/{id}")
    void remove(@PathVariable Long id, @AuthenticationPrincipal User me) {
        repo.deleteById(id);
    }

    // ruleid: spring-principal-unused
    @GetMapping("/{orderId}")
    public Order show(Principal principal, @PathVariable("orderId") Long orderId) {
        return repo.findById(orderId).orElseThrow();
    }

    // ok: spring-principal-unused
    @DeleteMapping("/{id}")
    void removeFixed(@PathVariable Long id, @AuthenticationPrincipal User me) {
        repo.deleteByIdAndOwnerId(id, me.getId());
    }

    // ok: spring-principal-unused
    @GetMapping("/{orderId}")
    public Order showFixed(Principal principal, @PathVariable("orderId") Long orderId) {
        Order order = repo.findById(orderId).orElseThrow();
        if (!order.getOwner().equals(principal.getName())) {
            throw new NotFoundException();
        }
        return order;
    }

    // ok: spring-principal-unused
    @PreAuthorize("@orders.owns(#id, authentication)")
    @DeleteMapping("/{id}")
    void removeChecked(@PathVariable Long id, @AuthenticationPrincipal User me) {
        repo.deleteById(id);
    }

    // ok: spring-principal-unused
    @GetMapping("/products")
    List<Product> products(Principal principal) {
        return repo.products();
    }
}
