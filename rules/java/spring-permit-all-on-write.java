package shop;

@RestController
class OrderController {
    // ruleid: spring-permit-all-on-write
    @DeleteMapping("/{id}")
    @PermitAll
    void remove(@PathVariable Long id) { repo.deleteById(id); }

    // ruleid: spring-permit-all-on-write
    @PreAuthorize("permitAll()")
    @PostMapping("/orders")
    Order create(@RequestBody OrderInput in) { return service.create(in); }

    // ruleid: spring-permit-all-on-write
    @PUT
    @Path("/{id}")
    @PermitAll
    public Response replace(@PathParam("id") Long id, Order o) { return save(id, o); }

    // ok: spring-permit-all-on-write
    @DeleteMapping("/{id}")
    @PreAuthorize("@orders.owns(#id, authentication)")
    void removeFixed(@PathVariable Long id) { repo.deleteById(id); }

    // ok: spring-permit-all-on-write
    @PostMapping("/login")
    @PermitAll
    Token login(@RequestBody Credentials c) { return tokens.issue(c); }

    // ok: spring-permit-all-on-write
    @GetMapping("/products")
    @PermitAll
    List<Product> products() { return repo.all(); }
}
