class OrdersController < ApplicationController
  # ruleid: rails-allow-unauthenticated-access-on-write
  allow_unauthenticated_access
end

class NotesController < ApplicationController
  # ruleid: rails-allow-unauthenticated-access-on-write
  allow_unauthenticated_access only: [:show, :destroy]
end

class OrdersFixedController < ApplicationController
  # ok: rails-allow-unauthenticated-access-on-write
  allow_unauthenticated_access only: %i[index show]
end

class SessionsController < ApplicationController
  # ok: rails-allow-unauthenticated-access-on-write
  allow_unauthenticated_access only: %i[new create]
end

class CartsController < ApplicationController
  # ok: rails-allow-unauthenticated-access-on-write
  require_authentication
end
