class OrdersController < ApplicationController
  # ruleid: commented-out-guard-hash
  # before_action :authenticate_user!, only: [:destroy]
  def destroy
    # ruleid: commented-out-guard-hash
    # authorize @order
    @order.destroy
  end

  # ok: commented-out-guard-hash
  before_action :set_order
  # authorize the order before it is shown
  def show
  end
end
